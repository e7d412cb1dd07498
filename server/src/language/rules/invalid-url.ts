import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import type { ItemEntry } from '../catalog/types.ts';
import { defineRule } from './define-rule.ts';
import { inGeneralInfo, item } from './example-text.ts';
import { replaceValue } from './values.ts';
import { readAddress } from './web-address.ts';

interface Data {
  readonly address: string;
  /** There is no other reading. */
  readonly certain: boolean;
}

interface Fault {
  readonly message: string;
  /** No browser can load it. */
  readonly certain: boolean;
  readonly data?: Data;
}

const open = item(1, 'reqUseApi', 'true');

export const invalidUrl = defineRule<Data>({
  id: 'invalid-url',
  severity: 'error',
  tier: 'documented',
  forms: ['import', 'metadata'],
  onBrokenText: 'certain',
  summary: 'An address must be one that a browser can load: scheme, host, and a port that is a number.',
  docs: `## What it finds
In the items that hold an address: one without a host, with a host that no browser accepts, with a port that is no number up to 65535, with another scheme than \`http\` and \`https\`, or a value that is no address at all, such as \`phone.acme.com\` without a scheme. Placeholders, empty values and paths that begin with \`/\` where they are allowed are left alone.

It is an error where a browser can do nothing with the address of an Open CTI softphone, else a warning.

## Why it matters
The softphone frame stays empty, or single sign-on leads nowhere. Whether the import looks at the value is not documented; published files with placeholders in their addresses suggest that it takes any.

## How to fix it
Write the whole address, \`https://host/path\`, or for a Visualforce page its path, \`/apex/page\`.`,
  sources: [sources.REQ, sources.OPT, sources.EX_README],
  examples: {
    bad: [
      inGeneralInfo('<item sortOrder="0" name="reqAdapterUrl" label="URL">«https:/phone.acme.test»</item>', open),
      inGeneralInfo('<item sortOrder="0" name="reqAdapterUrl" label="URL">«https://»</item>', open),
      inGeneralInfo('<item sortOrder="0" name="reqAdapterUrl" label="URL">«phone.acme.test/softphone»</item>', open),
      inGeneralInfo('<item sortOrder="0" name="reqAdapterUrl" label="URL">«apex/softphone»</item>', open),
      inGeneralInfo('<item sortOrder="0" name="reqAdapterUrl" label="URL">«https://acme.test:80a/»</item>', open),
    ],
    good: [
      inGeneralInfo(item(0, 'reqAdapterUrl', 'https://phone.acme.test:8443/softphone?theme=dark'), open),
      inGeneralInfo(item(0, 'reqAdapterUrl', '/apex/softphone'), open),
      inGeneralInfo(item(0, 'reqAdapterUrl', ''), open),
    ],
  },
  check(context, report) {
    for (const { entry, kind, text, at } of context.values.ofKind('url')) {
      const fault = faultOf(text, entry, kind.allowRelative);
      if (!fault) continue;
      const { message, certain, data } = fault;
      const error = certain && kind.allowRelative && context.flavour === 'openCti';
      report({ at, message, severity: error ? 'error' : 'warning', ...(data && { data }) });
    }
  },
  fix({ at, data }) {
    if (!data) return [];
    const { address, certain } = data;
    return [{ title: l10n.t('Change it to {0}', address), preferred: certain, edits: [replaceValue(at, address)] }];
  },
});

function faultOf(text: string, { name }: ItemEntry, allowRelative: boolean): Fault | undefined {
  if (text.startsWith('/')) {
    if (allowRelative) return undefined;
    return { certain: false, message: l10n.t('{0} holds a path, “{1}”; it takes a whole address.', name, text) };
  }
  const address = readAddress(text);
  if (!address) return notAnAddress(text, name, allowRelative);
  const { scheme, host, port } = address;
  if (scheme !== 'http' && scheme !== 'https') {
    return {
      certain: true,
      message: l10n.t('{0} begins with “{1}:”; a page is loaded over https, or http, only.', name, scheme),
    };
  }
  if (host === '') return { certain: true, message: l10n.t('The address in {0} names no host: “{1}”.', name, text) };
  if (forbidden.test(host)) {
    return {
      certain: true,
      message: l10n.t('“{0}” in {1} is no name of a host: a browser cannot load the address.', host, name),
    };
  }
  if (port !== undefined && !(/^[0-9]*$/.test(port) && Number(port) <= 65_535)) {
    return {
      certain: true,
      message: l10n.t(
        'The port “{0}” in {1} is not a number up to 65535: a browser cannot load the address.',
        port,
        name,
      ),
    };
  }
  return undefined;
}

/** What browsers refuse in the name of a host, among what may reach this place. */
const forbidden = /[\s"<>^`{|}%]/;

/** A scheme with a slip in what follows it. */
const brokenScheme = /^(https?)(?:[:;][/\\]*|[/\\]{2,})(?=[a-z0-9])/i;
const hostFirst = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.){1,127}[a-z][a-z0-9-]*(?::[0-9]+)?(?:[/?#]\S*)?$/i;

function notAnAddress(text: string, name: string, allowRelative: boolean): Fault {
  const slip = brokenScheme.exec(text);
  const [scheme] = slip?.slice(1) ?? [];
  if (slip && scheme !== undefined) {
    const mended = `${scheme.toLowerCase()}://${text.slice(slip[0].length)}`;
    return {
      certain: true,
      message: l10n.t('“{0}” in {1} is not an address: two slashes belong behind “{2}:”.', text, name, scheme),
      ...(readAddress(mended)?.host && { data: { address: mended, certain: true } }),
    };
  }
  if (allowRelative && /^apex\/\w/i.test(text)) {
    return {
      certain: false,
      message: l10n.t(
        'The path “{0}” in {1} does not begin with a slash: a Visualforce page is /apex/page.',
        text,
        name,
      ),
      data: { address: `/${text}`, certain: true },
    };
  }
  const host = hostFirst.test(text);
  return {
    certain: false,
    message: host
      ? l10n.t('The address “{0}” in {1} does not say how to load it: begin it with https://.', text, name)
      : l10n.t('“{0}” in {1} is not an address. It is written https://host/path.', text, name),
    ...(host && { data: { address: `https://${text}`, certain: false } }),
  };
}
