import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { insertEntry, setValue } from '../custom-settings/edits.ts';
import { type CustomSettings, customSettingsOf, entryOfKey, isBlank, placeOf } from '../custom-settings/read.ts';
import type { Definition } from '../model/definition.ts';
import { elementChildren } from '../model/detect.ts';
import { itemValue } from '../model/flavour.ts';
import type { TextEdit } from '../text/edits.ts';
import { lineEndOf } from '../text/line-end.ts';
import type { Source } from '../text/source.ts';
import { escapeText } from '../xml/references.ts';
import { defineRule } from './define-rule.ts';
import { indentAt, insertAt, putAfter, putInto, replaceSpan, startsLine } from './edits.ts';
import { component, items, sections } from './example-metadata.ts';

interface Data {
  readonly edits: readonly TextEdit[];
}

const key = 'reqCallCenterType';
const type = 'SCVBYOT';
/** Of Salesforce's own Amazon telephony: who writes it means it. */
const otherType = 'SCVOOTBTelephony';

const voice = sections('reqGeneralInfo', ...items('reqVendorInfoApiName', 'acme__Phone'));

export const callCenterTypeMissing = defineRule<Data>({
  id: 'call-center-type-missing',
  severity: 'warning',
  tier: 'contradicted',
  forms: ['metadata'],
  summary: 'A metadata file for Partner Telephony does not say so in customSettings.',
  docs: `## What it finds
A metadata file that names the vendor of a Partner Telephony call center and whose \`customSettings\` lack the key \`reqCallCenterType\`, or give it another value than \`SCVBYOT\`.

## Why it matters
A deployment without the key is reported to be checked by the rules of the CTI Toolkit: it demands \`reqVersion\`, \`reqDescription\` and \`reqProgId\`, which have no place in such a file. The guide for Partner Telephony shows the key; published files without it exist, and even with it some orgs refused the deployment. Files of Amazon Connect, and those without \`reqVendorInfoApiName\`, are left alone: published ones, retrieved from orgs, do not have the key.

## How to fix it
The key is inserted, with the element around it where there is none. If the deployment is refused all the same, import the file in Setup: *Convert to Setup Import Definition* makes one.`,
  sources: [sources.PT_GUIDE, sources.VOX],
  examples: {
    bad: [
      component('<«customSettings»>{&quot;reqUseApi&quot;:&quot;true&quot;}</customSettings>', voice),
      component('<«customSettings»/>', voice),
      component('<customSettings>{"reqCallCenterType":«"scvbyot"»}</customSettings>', voice),
      component(voice).replace('<CallCenter', '<«CallCenter»'),
    ],
    good: [
      component('<customSettings>{"reqCallCenterType":"SCVBYOT"}</customSettings>', voice),
      component('<customSettings>{"reqUseApi":"true"}</customSettings>'),
      component(sections('reqGeneralInfo', ...items('reqVendorInfoApiName', 'c__AMAZON_CONNECT'))),
      component(sections('reqHvcc', ...items('reqTelephonyProvider', 'AMAZON_CONNECT'))),
    ],
  },
  check({ source, definition, flavour }, report) {
    const { root } = definition;
    const vendor = itemValue(definition, 'reqGeneralInfo', 'reqVendorInfoApiName');
    if (flavour !== 'partnerTelephony' || vendor === undefined || !root) return;
    const settings = customSettingsOf(source);
    // What cannot be read may hold the key.
    if (settings && (settings.errors.length > 0 || (settings.root && settings.root.type !== 'object'))) return;
    const entry = settings && entryOfKey(settings, key);
    const written = entry?.value?.value;
    if (written === type || written === otherType) return;
    if (settings && entry?.value) {
      report({
        at: placeOf(settings, entry.value),
        message: l10n.t(
          '{0} is not {1}, which Partner Telephony has there: a deployment is then reported to be checked by the rules of the CTI Toolkit, and refused.',
          key,
          type,
        ),
        data: { edits: setValue(settings, entry.value, type) },
      });
      return;
    }
    report({
      at: settings?.element.nameSpan ?? root.nameSpan,
      message: l10n.t(
        'customSettings does not say {0} = {1}: a deployment of a Voice call center is then reported to be checked by the rules of the CTI Toolkit, and refused for want of reqVersion, reqDescription and reqProgId.',
        key,
        type,
      ),
      data: { edits: settings ? intoSettings(settings) : newElement(source, definition) },
    });
  },
  fix({ data }) {
    if (!data) return [];
    // Files without it have been deployed, and some with it refused, so a person decides.
    return [{ title: l10n.t('Write {0} = {1} into customSettings', key, type), preferred: false, edits: data.edits }];
  },
});

/** The element as a retrieve writes it. */
const wholeElement = `<customSettings>${escapeText(JSON.stringify({ [key]: type })).replaceAll('"', '&quot;')}</customSettings>`;

function intoSettings(settings: CustomSettings): readonly TextEdit[] {
  const { element, root } = settings;
  if (root) return insertEntry(settings, root, key, type);
  return isBlank(settings) ? [replaceSpan(element.span, wholeElement)] : [];
}

/** Where a retrieve has it: behind `adapterUrl`, else before everything else. */
function newElement(source: Source, { root, metadata }: Definition): readonly TextEdit[] {
  const before = metadata?.adapterUrl?.element;
  if (before) return [putAfter(source, before, [wholeElement])];
  const first = root && elementChildren(root)[0];
  if (!first) return root ? [putInto(source, root, [wholeElement])] : [];
  const { start } = first.span;
  const gap = startsLine(source, start) ? lineEndOf(source) + indentAt(source, start) : '';
  return [insertAt(start, wholeElement + gap)];
}
