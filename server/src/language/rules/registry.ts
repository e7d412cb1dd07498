import { compatibilityModeMissing } from './compatibility-mode-missing.ts';
import type { Rule } from './define-rule.ts';
import { doctype } from './doctype.ts';
import { duplicateItem } from './duplicate-item.ts';
import { internalName } from './internal-name.ts';
import { invalidBoolean } from './invalid-boolean.ts';
import { invalidEnum } from './invalid-enum.ts';
import { missingAttribute } from './missing-attribute.ts';
import { missingRequiredItem } from './missing-required-item.ts';
import { misspeltName } from './misspelt-name.ts';
import { softphoneSize } from './softphone-size.ts';
import { sortOrderDuplicate } from './sort-order-duplicate.ts';
import { sortOrderGap } from './sort-order-gap.ts';
import { unknownAttribute } from './unknown-attribute.ts';
import { unknownElement } from './unknown-element.ts';
import { xmlSyntax } from './xml-syntax.ts';

/** Every rule, in the order in which findings at one place are shown. */
export const rules: readonly Rule[] = [
  xmlSyntax,
  doctype,
  unknownElement,
  unknownAttribute,
  missingAttribute,
  misspeltName,
  missingRequiredItem,
  internalName,
  sortOrderGap,
  sortOrderDuplicate,
  duplicateItem,
  invalidBoolean,
  invalidEnum,
  softphoneSize,
  compatibilityModeMissing,
];
