import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hover } from '../../../server/src/language/features/hover.ts';
import { createSource } from '../../../server/src/language/text/source.ts';
import { catalog, hoverAt } from '../../support/features.ts';
import { fixturesIn } from '../../support/fixtures.ts';

function item(attributes: string, value = 'v', section = 'reqGeneralInfo'): string {
  return `<callCenter>\n  <section sortOrder="0" name="${section}" label="S">\n    <item ${attributes}>${value}</item>\n  </section>\n</callCenter>\n`;
}

function markdownAt(marked: string, flavour?: Parameters<typeof hoverAt>[1]): string {
  return hoverAt(marked, flavour)?.hover.markdown ?? '';
}

test('a name of the catalog: everything that is known of the item', () => {
  const found = hoverAt(item('sortOrder="2" name="req|AdapterUrl" label="A"'), 'openCti');
  assert.equal(found?.on, 'reqAdapterUrl');
  assert.deepEqual(found?.hover.markdown.split('\n').slice(0, 10), [
    '**`reqAdapterUrl`** — CTI Adapter URL',
    '',
    'The address of the softphone page: absolute, or relative for a Visualforce page.',
    '',
    '- Type: a web address, absolute or relative; `https` for Lightning Experience (its exact form: our conclusion, not documented)',
    '- Required: Open CTI',
    '- Optional: CTI Toolkit',
    '- Works in Salesforce Classic and Lightning Experience',
    '- Key in `getCallCenterSettings()`: `/reqGeneralInfo/reqAdapterUrl`; its label is under `…/label`, its place under `…/sortOrder`',
    '- The value can be edited in Setup after the import',
  ]);
  assert.match(
    found?.hover.markdown ?? '',
    /\nSource \(documented by Salesforce\): \[Open CTI Developer Guide: required call center elements\]\(https:\/\/developer\.salesforce\.com\/[^)]+\)/,
  );
});

test('bounds, defaults, what goes together, what is fixed', () => {
  const about = (name: string, section?: string) => markdownAt(item(`name="${name}|"`, 'v', section));
  assert.match(about('reqSoftphoneHeight'), /whole number of pixels; in Lightning Experience 240 to 2560/);
  assert.match(about('reqSalesforceCompatibilityMode'), /Default when the item is missing: `Classic`/);
  assert.match(about('reqStandbyUrl'), /Only together with `reqTimeout`/);
  assert.match(about('reqSettingsRelayState', 'reqHvcc'), /Carries the same value as `reqRelayState`/);
  assert.match(about('reqVendorInfoApiName'), /Prescribed value: `c__AMAZON_CONNECT` for Amazon Connect/);
  assert.match(about('reqRelayState', 'reqHvcc'), /Works in Lightning Experience only/);
  assert.match(about('reqCanvasApiName'), /Works in Salesforce Classic only/);
  assert.match(about('reqRestApiConnectedAppId', 'reqHvcc'), /Not part of a file that Setup imports/);
  const name = about('reqInternalName');
  assert.match(name, /sortOrder: always 0 \(documented by Salesforce\)/);
  assert.match(name, /can never be changed after the import/);
  assert.match(name, /No other call center of the org may have the same value/);
});

test('confidence is said in words', () => {
  assert.match(
    markdownAt(item('name="reqSCVS3Role|"', 'v', 'reqHvcc')),
    /Source \(seen in published files and reports/,
  );
  assert.match(markdownAt(item('name="a"', 'v', 'reqGeneralInfo|')), /sortOrder: 0; published files differ/);
});

test('the run-time keys of the two fixed items, of Voice items, of labels and numbers', () => {
  assert.match(
    markdownAt(item('name="reqDisplayName|"')),
    /`\/reqGeneralInfo\/reqDisplayName`; its label is under `\/displayNameLabel`/,
  );
  const voice = markdownAt(item('name="reqRegion|"', 'v', 'reqHvcc'));
  assert.match(voice, /Key at run time: `\/reqHvcc\/reqRegion`/);
  assert.ok(!voice.includes('getCallCenterSettings'));
  assert.match(markdownAt(item('name="own" lab|el="L"')), /Key at run time: `\/reqGeneralInfo\/own\/label`/);
  assert.match(markdownAt(item('name="own" label="|L"')), /Key at run time: `\/reqGeneralInfo\/own\/label`/);
  assert.match(markdownAt(item('name="own" sortOrder="|0"')), /`\/reqGeneralInfo\/own\/sortOrder`/);
  assert.match(markdownAt(item('name="reqInternalName" label="|L"')), /`\/internalNameLabel`/);
  assert.doesNotMatch(markdownAt(item('name="reqInternalName" sortOrder="|0"')), /Key at run time/);
  const section = '<callCenter>\n  <section name="reqDialingOptions" label="|D"/>\n</callCenter>';
  assert.match(markdownAt(section), /`\/reqDialingOptions\/label`/);
});

test('elements and attributes, at both tags', () => {
  const found = hoverAt(item('name="reqUseApi"').replace('<item', '<it|em'));
  assert.equal(found?.on, 'item');
  assert.match(found?.hover.markdown ?? '', /^\*\*`<item>`\*\*/);
  assert.match(found?.hover.markdown ?? '', /Attributes: `sortOrder` \(required\), `name` \(required\), `label`/);
  assert.match(found?.hover.markdown ?? '', /`\/reqGeneralInfo\/reqUseApi`/);
  assert.equal(hoverAt(item('').replace('</sec', '</s|ec'))?.on, 'section');
  assert.match(markdownAt(item('').replace('<call', '<c|all')), /The root of the file/);
  assert.match(markdownAt(item('sort|Order="0"')), /^\*\*`sortOrder`\*\* of `<item>`/);
  assert.equal(hoverAt(item('sortOrder=|"0"'))?.on, 'sortOrder="0"');
  assert.match(markdownAt(item('na|me="reqUseApi"')), /^\*\*`name`\*\* of `<item>`/);
  assert.match(markdownAt(item('name="|"')), /^\*\*`name`\*\* of `<item>`/);
});

test('a value: what this one means, and what the item is', () => {
  const found = hoverAt(item('name="reqSalesforceCompatibilityMode"', 'Light|ning'));
  assert.equal(found?.on, 'Lightning');
  assert.match(
    found?.hover.markdown ?? '',
    /^`Lightning`: The softphone shows in Lightning Experience only\.\n\n\*\*`req/,
  );
  assert.match(markdownAt(item('name="reqUseApi"', ' tr|ue ')), /^\*\*`reqUseApi`\*\*/);
  assert.equal(hoverAt(item('name="reqUseApi"', ' tr|ue '))?.on, 'true');
});

test('items and sections of your own: the key and the naming rules', () => {
  const own = markdownAt(item('name="greet|ing"', 'v', 'Acme'), 'openCti');
  assert.match(own, /^\*\*`greeting`\*\*\n\nAn item of your own: only your adapter reads it\./);
  assert.match(own, /Key in `getCallCenterSettings\(\)`: `\/Acme\/greeting`/);
  assert.match(own, /letters and digits/);
  assert.match(own, /At most 40 characters/);
  assert.match(own, /Source \(documented by Salesforce\)/);
  const section = markdownAt(item('name="a"', 'v', 'Ac|me'), 'openCti');
  assert.match(section, /A section of your own/);
  assert.match(section, /`\/Acme\/…` for the values, `\/Acme\/label` for the label/);
  const voice = markdownAt(item('name="greet|ing"', 'v', 'Acme'), 'partnerTelephony');
  assert.match(voice, /Key at run time: `\/Acme\/greeting`/);
});

test('a misspelt name, or one in the wrong section, gets a hint', () => {
  const mode = markdownAt(item('name="reqSalesforceCompatab|ilityMode"'));
  assert.match(mode, /Did you mean `reqSalesforceCompatibilityMode`\?/);
  assert.match(markdownAt(item('name="requseapi|"')), /Did you mean `reqUseApi`\?/);
  assert.match(markdownAt(item('name="a"', 'v', 'reqGeneralinfo|')), /Did you mean `reqGeneralInfo`\?/);
  assert.match(
    markdownAt(item('name="reqUseApi|"', 'v', 'Acme')),
    /knows an item of this name in `reqGeneralInfo`, but not here/,
  );
  // The right one is there already, so this one is another.
  const both = item('name="reqUseApi"', 'true</item>\n    <item name="reqUseAp|">v');
  assert.doesNotMatch(markdownAt(both), /Did you mean/);
});

test('a name that lacks only the req of a platform name gets a hint where the item must be there', () => {
  assert.match(markdownAt(item('name="Adapter|Url"'), 'openCti'), /Did you mean `reqAdapterUrl`\?/);
  assert.doesNotMatch(markdownAt(item('name="Standby|Url"'), 'openCti'), /Did you mean/);
  assert.doesNotMatch(markdownAt(item('name="Descript|ion"'), 'openCti'), /Did you mean/);
  assert.doesNotMatch(markdownAt(item('name="InstanceI|d"', 'v', 'reqHvcc'), 'partnerTelephony'), /Did you mean/);
  assert.doesNotMatch(markdownAt(item('name="a"', 'v', 'Dialing|Options'), 'openCti'), /Did you mean/);
  // What no platform reads is not missed.
  assert.doesNotMatch(markdownAt(item('name="a"', 'v', 'reqPhoneDemoSetting|'), 'openCti'), /Did you mean/);
});

test('what the flavour does not use is told', () => {
  const voice = markdownAt(item('name="reqUseApi|"'), 'partnerTelephony');
  assert.match(voice, /^This file is taken for Partner Telephony, which does not use this\./);
  assert.doesNotMatch(markdownAt(item('name="reqUseApi|"'), 'openCti'), /is taken for/);
  assert.doesNotMatch(markdownAt(item('name="reqSalesforceCompatibilityMode|"')), /is taken for/);
});

test('values are never repeated, but for the modes that the catalog lists', () => {
  const secret = 'Tr0ub4dor';
  const text = `<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="${secret}">
    <item sortOrder="0" name="reqInternalName" label="${secret}">${secret}</item>
    <item sortOrder="1" name="own" label="x"><![CDATA[${secret}]]></item>
    <item sortOrder="2" name="reqSalesforceCompatibilityMode">${secret}</item>
  </section>
  <section sortOrder="1" name="reqHvcc">
    <item sortOrder="0" name="reqTelephonyIntegrationCertificate">${secret}
${secret}</item>
  </section>
  <section sortOrder="2" name="reqPhoneDemoSettings">
    <item sortOrder="0" name="reqProviderAuthToken">${secret}</item>
  </section>
</callCenter>`;
  const source = createSource('file:///secret.xml', 1, text);
  let shown = 0;
  for (let offset = 0; offset <= text.length; offset++) {
    const found = hover(source, offset, { catalog, flavour: undefined });
    if (!found) continue;
    shown++;
    assert.ok(!found.markdown.includes(secret), `at ${offset}: ${found.markdown}`);
  }
  assert.ok(shown > 300);
});

test('nothing of a document becomes markup', () => {
  const name = 'a`b*c|<img src=x>';
  const text = item(`name="a\`b*c&lt;img src=x&gt;[l](command:x)"`, 'v', 'Acme');
  const source = createSource('file:///markup.xml', 1, text);
  const markdown = hover(source, text.indexOf('a`b'), { catalog, flavour: 'openCti' })?.markdown ?? '';
  assert.ok(markdown.startsWith('**`` a`b*c<img src=x>[l](command:x) ``**\n'), markdown);
  // Outside of code spans nothing of it is left.
  const outside = markdown.replace(/(`+) ?[^`](?:.*?[^`])? ?\1(?!`)/g, '');
  assert.ok(!outside.includes('<img') && !outside.includes('command:'), `${name}: ${outside}`);
});

test('a long name is cut, one of several lines is one line', () => {
  const markdown = markdownAt(item(`name="x|${'y'.repeat(500)}"`, 'v', 'Acme'));
  assert.ok(markdown.startsWith(`**\`x${'y'.repeat(79)}…\`**\n`));
  assert.match(markdownAt(item('name="|a\n\n# b"', 'v', 'Acme')), /^\*\*`a # b`\*\*/);
});

test('nothing where there is nothing to say', () => {
  for (const marked of [
    item('name="reqUseApi" |'),
    item('foo="|1"'),
    item('name="own"', '|'),
    item('name="own"', '<!-- no|te -->'),
    item('name="own"').replace('\n    <item', '\n  |  <item'),
    `<?xml ver|sion="1.0"?>\n${item('name="own"')}`,
    '<project>\n  <it|em/>\n</project>',
    '<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata"><sections><na|mes>a</names></sections></CallCenter>',
    '|',
  ]) {
    assert.equal(hoverAt(marked), undefined, marked);
  }
});

test('a hybrid with an import body, and half-typed items, are explained too', () => {
  const hybrid = item('name="reqUse|Api"')
    .replace('<callCenter>', '<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">')
    .replace('</callCenter>', '</CallCenter>');
  assert.match(markdownAt(hybrid), /^\*\*`reqUseApi`\*\*/);
  const cut = item('name="reqUse|Api"');
  assert.match(markdownAt(cut.slice(0, cut.indexOf('Api"') + 3)), /^\*\*`reqUseApi`\*\*/);
});

test('every section and item of the catalog can be hovered, with its key and a source', () => {
  for (const section of catalog.sections) {
    for (const entry of section.items) {
      const text = item(`name="${entry.name}"`, 'v', section.name);
      const source = createSource('file:///entry.xml', 1, text);
      const markdown = hover(source, text.indexOf(entry.name), { catalog, flavour: undefined })?.markdown ?? '';
      assert.ok(markdown.includes(entry.summary), entry.name);
      assert.ok(/\nSource \(/.test(markdown), entry.name);
      if (!entry.metadataOnly) assert.ok(markdown.includes(`\`/${section.name}/${entry.name}\``), entry.name);
    }
  }
});

test('a hover at every offset of every fixture stands where it says', () => {
  for (const { name, text } of [...fixturesIn('fixtures'), ...fixturesIn('samples')]) {
    const source = createSource('file:///fixture.xml', 1, text);
    for (let offset = 0; offset <= text.length; offset++) {
      const found = hover(source, offset, { catalog, flavour: undefined });
      const held = !found || (found.at.start <= offset && offset <= found.at.end && found.at.end <= text.length);
      assert.ok(held, `${name} at ${offset}`);
    }
  }
});
