import * as l10n from '@vscode/l10n';
import type { ValueKind } from '../catalog/types.ts';
import { code, joined } from './markdown.ts';

/** What a value is, in a word or two: for the line beside a completion. */
export function shortKind(value: ValueKind): string {
  switch (value.kind) {
    case 'boolean':
      return l10n.t('yes or no');
    case 'enum':
      return l10n.t('choice');
    case 'pixels':
      return l10n.t('pixels');
    case 'milliseconds':
      return l10n.t('milliseconds');
    case 'integer':
      return l10n.t('whole number');
    case 'dialPrefix':
      return l10n.t('dial prefix');
    case 'url':
      return l10n.t('web address');
    case 'certificate':
      return l10n.t('certificate');
    case 'internalName':
      return l10n.t('letters and digits');
    case 'namespace':
      return l10n.t('namespace');
    case 'apiName':
    case 'vendorApiName':
      return l10n.t('API name');
    case 'progId':
      return l10n.t('ProgID');
    case 'version':
      return l10n.t('version');
    case 'arn':
      return l10n.t('ARN');
    case 'awsRegion':
      return l10n.t('AWS region');
    case 'recordId':
      return l10n.t('record id');
    case 'dateTime':
      return l10n.t('date and time');
    case 'phone':
      return l10n.t('phone number');
    case 'componentName':
      return l10n.t('component');
    case 'secret':
      return l10n.t('secret');
    case 'text':
      return l10n.t('text');
  }
}

/** What a value is, with its bounds, as Markdown: for documentation. */
export function longKind(value: ValueKind): string {
  switch (value.kind) {
    case 'boolean':
      return l10n.t('yes or no, written {0} or {1}', code('true'), code('false'));
    case 'enum':
      return l10n.t('one of {0}', value.values.map((one) => code(one.value)).join(', '));
    case 'pixels':
      return l10n.t(
        'a whole number of pixels; in Lightning Experience {0} to {1}, while for Salesforce Classic no bounds are documented',
        value.min,
        value.max,
      );
    case 'milliseconds':
      return l10n.t('a whole number of milliseconds');
    case 'integer':
      return l10n.t('a whole number');
    case 'dialPrefix':
      return dialPrefix(value.allowPlus, value.typical);
    case 'url':
      return webAddress(value.allowRelative, value.httpsForLightning);
    case 'certificate':
      return l10n.t('a certificate or public key in PEM form');
    case 'internalName':
      return l10n.t('letters A–Z and digits, first a letter, at most {0} characters', value.maxLength);
    case 'namespace':
      return l10n.t('the namespace of a package');
    case 'apiName':
      return l10n.t('an API name');
    case 'vendorApiName':
      return l10n.t(
        'an API name: namespace, two underscores, developer name; without a package the namespace is {0}',
        code(value.unpackagedPrefix.replace('__', '')),
      );
    case 'progId':
      return l10n.t('a COM ProgID, such as {0}', code('Program.Component.1'));
    case 'version':
      return l10n.t('a version number, such as {0}', code('3.0'));
    case 'arn':
      return l10n.t('an Amazon resource name (ARN)');
    case 'awsRegion':
      return l10n.t('the code of an AWS region, such as {0}', code('us-west-2'));
    case 'recordId':
      return l10n.t('the id of a Salesforce record');
    case 'dateTime':
      return l10n.t('a date and time, the day first: {0}', code('31/12/2026 23:59:59'));
    case 'phone':
      return l10n.t('a phone number');
    case 'componentName':
      return l10n.t('the name of a component with its namespace');
    case 'secret':
      return l10n.t('a secret');
    case 'text':
      return text(value.maxLength, value.warnLength);
  }
}

function text(maxLength: number | undefined, warnLength: number | undefined): string {
  if (maxLength === undefined) return l10n.t('any text');
  if (warnLength === undefined) return l10n.t('text of at most {0} characters', maxLength);
  return l10n.t('text of at most {0} characters, better {1}', maxLength, warnLength);
}

function webAddress(allowRelative: boolean, httpsForLightning: boolean): string {
  return joined(
    [
      allowRelative ? l10n.t('a web address, absolute or relative') : l10n.t('an absolute web address'),
      httpsForLightning ? l10n.t('{0} for Lightning Experience', code('https')) : undefined,
    ],
    '; ',
  );
}

function dialPrefix(allowPlus: boolean, typical: readonly string[]): string {
  const usual = typical.filter(Boolean).map(code).join(', ');
  return joined(
    [
      allowPlus ? l10n.t('a country code with {0}', code('+')) : l10n.t('digits to dial, or empty'),
      usual === '' ? undefined : l10n.t('often {0}', usual),
    ],
    '; ',
  );
}
