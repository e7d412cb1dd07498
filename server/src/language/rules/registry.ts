import { acceptanceStale } from './acceptance-stale.ts';
import { adapterUrlMismatch } from './adapter-url-mismatch.ts';
import { baselineStale } from './baseline-stale.ts';
import { baselineUnreadable } from './baseline-unreadable.ts';
import { callCenterTypeMissing } from './call-center-type-missing.ts';
import { canvasInLightning } from './canvas-in-lightning.ts';
import { canvasPair } from './canvas-pair.ts';
import { certificate } from './certificate.ts';
import { compatibilityModeMissing } from './compatibility-mode-missing.ts';
import { contactCenterChannels } from './contact-center-channels.ts';
import { customSettingsInvalid } from './custom-settings-invalid.ts';
import { customSettingsMismatch } from './custom-settings-mismatch.ts';
import { customSettingsUnknownKey } from './custom-settings-unknown-key.ts';
import type { Rule } from './define-rule.ts';
import { dialPrefixAmbiguous } from './dial-prefix-ambiguous.ts';
import { dialPrefixCharacters } from './dial-prefix-characters.ts';
import { dialPrefixMixed } from './dial-prefix-mixed.ts';
import { dialPrefixPlus } from './dial-prefix-plus.ts';
import { dialPrefixSample } from './dial-prefix-sample.ts';
import { displayNameLength } from './display-name-length.ts';
import { doctype } from './doctype.ts';
import { documentOrder } from './document-order.ts';
import { duplicateItem } from './duplicate-item.ts';
import { duplicateSection } from './duplicate-section.ts';
import { emptyDefinition } from './empty-definition.ts';
import { emptySection } from './empty-section.ts';
import { fieldSetChangedSameInternalName } from './field-set-changed-same-internal-name.ts';
import { fileNameMismatch } from './file-name-mismatch.ts';
import { flavourChanged } from './flavour-changed.ts';
import { flavourMismatch } from './flavour-mismatch.ts';
import { fullnameElement } from './fullname-element.ts';
import { importBodyInMetadataFile } from './import-body-in-metadata-file.ts';
import { internalName } from './internal-name.ts';
import { internalNameChanged } from './internal-name-changed.ts';
import { internalNameNotUnique } from './internal-name-not-unique.ts';
import { internationalPrefixUnknown } from './international-prefix-unknown.ts';
import { invalidArn } from './invalid-arn.ts';
import { invalidBoolean } from './invalid-boolean.ts';
import { invalidDate } from './invalid-date.ts';
import { invalidEnum } from './invalid-enum.ts';
import { invalidName } from './invalid-name.ts';
import { invalidNumber } from './invalid-number.ts';
import { invalidRegion } from './invalid-region.ts';
import { invalidUrl } from './invalid-url.ts';
import { inventedForm } from './invented-form.ts';
import { itemAdded } from './item-added.ts';
import { itemMoved } from './item-moved.ts';
import { itemRemoved } from './item-removed.ts';
import { itemRenamed } from './item-renamed.ts';
import { labelChanged } from './label-changed.ts';
import { labelTooLong } from './label-too-long.ts';
import { labelWhitespace } from './label-whitespace.ts';
import { metadataBodyInImportFile } from './metadata-body-in-import-file.ts';
import { metadataNamespaceMissing } from './metadata-namespace-missing.ts';
import { misplacedElement } from './misplaced-element.ts';
import { misplacedItem } from './misplaced-item.ts';
import { missingAttribute } from './missing-attribute.ts';
import { missingLabel } from './missing-label.ts';
import { missingMetadataElement } from './missing-metadata-element.ts';
import { missingRequiredItem } from './missing-required-item.ts';
import { missingSection } from './missing-section.ts';
import { misspeltElement } from './misspelt-element.ts';
import { misspeltName } from './misspelt-name.ts';
import { mixedForm } from './mixed-form.ts';
import { nameTooLong } from './name-too-long.ts';
import { openCtiRetirement } from './open-cti-retirement.ts';
import { orderChanged } from './order-changed.ts';
import { pageNotFound } from './page-not-found.ts';
import { placeholder } from './placeholder.ts';
import { relayStateMismatch } from './relay-state-mismatch.ts';
import { reservedName } from './reserved-name.ts';
import { reservedPrefix } from './reserved-prefix.ts';
import { rootNamespace } from './root-namespace.ts';
import { secret } from './secret.ts';
import { sectionAdded } from './section-added.ts';
import { sectionRemoved } from './section-removed.ts';
import { sectionRenamed } from './section-renamed.ts';
import { softphoneSize } from './softphone-size.ts';
import { sortOrderDuplicate } from './sort-order-duplicate.ts';
import { sortOrderFixed } from './sort-order-fixed.ts';
import { sortOrderGap } from './sort-order-gap.ts';
import { sortOrderInMetadata } from './sort-order-in-metadata.ts';
import { sortOrderInvalid } from './sort-order-invalid.ts';
import { standbyPair } from './standby-pair.ts';
import { strayText } from './stray-text.ts';
import { tooManyItems } from './too-many-items.ts';
import { tooManySections } from './too-many-sections.ts';
import { toolkitFallback } from './toolkit-fallback.ts';
import { unknownAttribute } from './unknown-attribute.ts';
import { unknownElement } from './unknown-element.ts';
import { unknownReqItem } from './unknown-req-item.ts';
import { unusedSuppression } from './unused-suppression.ts';
import { urlCredentials } from './url-credentials.ts';
import { urlLocalhost } from './url-localhost.ts';
import { urlNeedsHttps } from './url-needs-https.ts';
import { urlRelative } from './url-relative.ts';
import { valueChanged } from './value-changed.ts';
import { valueWhitespace } from './value-whitespace.ts';
import { vendorApiName } from './vendor-api-name.ts';
import { xmlSyntax } from './xml-syntax.ts';

/** Every rule, in the order in which findings at one place are shown. */
export const rules: readonly Rule[] = [
  xmlSyntax,
  doctype,
  unknownElement,
  unknownAttribute,
  missingAttribute,
  misspeltName,
  missingSection,
  toolkitFallback,
  missingRequiredItem,
  internalName,
  internalNameNotUnique,
  sortOrderGap,
  sortOrderDuplicate,
  duplicateItem,
  invalidBoolean,
  invalidEnum,
  softphoneSize,
  compatibilityModeMissing,
  misplacedElement,
  strayText,
  emptySection,
  emptyDefinition,
  rootNamespace,
  tooManySections,
  tooManyItems,
  invalidName,
  reservedName,
  reservedPrefix,
  nameTooLong,
  duplicateSection,
  misplacedItem,
  flavourMismatch,
  unknownReqItem,
  sortOrderInvalid,
  sortOrderFixed,
  documentOrder,
  labelTooLong,
  labelWhitespace,
  missingLabel,
  dialPrefixCharacters,
  dialPrefixPlus,
  dialPrefixAmbiguous,
  internationalPrefixUnknown,
  dialPrefixMixed,
  dialPrefixSample,
  inventedForm,
  unusedSuppression,
  urlNeedsHttps,
  displayNameLength,
  invalidNumber,
  invalidUrl,
  urlLocalhost,
  urlCredentials,
  pageNotFound,
  urlRelative,
  standbyPair,
  canvasPair,
  canvasInLightning,
  vendorApiName,
  certificate,
  invalidArn,
  invalidRegion,
  invalidDate,
  relayStateMismatch,
  customSettingsInvalid,
  customSettingsUnknownKey,
  customSettingsMismatch,
  callCenterTypeMissing,
  valueWhitespace,
  secret,
  placeholder,
  openCtiRetirement,
  misspeltElement,
  missingMetadataElement,
  sortOrderInMetadata,
  metadataNamespaceMissing,
  mixedForm,
  importBodyInMetadataFile,
  metadataBodyInImportFile,
  fullnameElement,
  fileNameMismatch,
  adapterUrlMismatch,
  contactCenterChannels,
  baselineUnreadable,
  baselineStale,
  acceptanceStale,
  fieldSetChangedSameInternalName,
  internalNameChanged,
  flavourChanged,
  sectionAdded,
  sectionRemoved,
  sectionRenamed,
  itemAdded,
  itemRemoved,
  itemRenamed,
  itemMoved,
  labelChanged,
  orderChanged,
  valueChanged,
];
