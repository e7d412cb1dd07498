import type { ValueKind } from './types.ts';

const digits = /^[0-9]+$/;
const prefix = /^[0-9*#]*$/;
const prefixWithPlus = /^(\+?[0-9]+)?$/;
const trueOrFalse = /^(true|false)$/;
/** Empty, or PEM blocks with white space around them. */
const pem = /^\s*(-----BEGIN (CERTIFICATE|PUBLIC KEY)-----[\s\S]+-----END \2-----\s*)?$/;

/**
 * The shape of a whole value of a kind; `undefined` where any text may be right. Says nothing about bounds, and nothing
 * about an empty value: that is a matter of `valueRequired`. Mostly inferred (see `patternConfidence` of the entry).
 */
export function kindPattern(value: ValueKind): RegExp | undefined {
  switch (value.kind) {
    case 'boolean':
      return trueOrFalse;
    case 'enum':
      return new RegExp(`^(${value.values.map((one) => one.value.replace(/[^A-Za-z0-9_]/g, '\\$&')).join('|')})$`);
    case 'pixels':
    case 'milliseconds':
    case 'integer':
      return digits;
    case 'dialPrefix':
      return value.allowPlus ? prefixWithPlus : prefix;
    case 'certificate':
      return pem;
    case 'internalName':
    case 'apiName':
    case 'vendorApiName':
    case 'progId':
    case 'version':
    case 'arn':
    case 'awsRegion':
    case 'dateTime':
    case 'componentName':
      return value.pattern;
    case 'text':
    case 'url':
    case 'namespace':
    case 'recordId':
    case 'phone':
    case 'secret':
      return undefined;
  }
}
