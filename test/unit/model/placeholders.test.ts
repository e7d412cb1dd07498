import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { placeholdersIn } from '../../../server/src/language/model/placeholders.ts';
import { marked } from '../../support/marked.ts';

describe('placeholdersIn', () => {
  for (const value of [
    'https://«domain:port»/softphone',
    '«TobeUpdatedByAdmin»',
    'please: «To be updated later»'.replace(' later»', '» later'),
    '«REPLACE_WITH_KEY»',
    'a «___HOST___» b',
    'arn:aws:iam::«XXXXXXXXXXXX»:role/Caller',
    'arn:aws:iam::«xxxxxxxxxxxx»:role/Caller',
    'arn:aws:iam::«YYYYYYYY»:role/Caller',
    'arn:aws:iam::«yyyyyyyy»:role/Caller',
    'https://«your-domain».my.site.test',
    'https://«YourCompany».my.site.test',
    'https://«YOUR-DOMAIN».my.site.test',
    'https://«YOURDOMAIN».my.site.test',
    'https://«phone.example.com»/softphone',
    '«{{host}}»',
    '«{Some Value}»',
    'https://«{Host}»/softphone',
    '«&lt;Presence Status Id&gt;»',
    '«{replace with the address}»',
    '-----BEGIN CERTIFICATE-----\n«{PASTE CERTIFICATE HERE}»\n-----END CERTIFICATE-----',
  ]) {
    it(`is found: ${value}`, () => {
      const { text, spans } = marked(value);
      assert.deepEqual(placeholdersIn(text, { start: 0, end: text.length }), spans);
    });
  }

  for (const value of [
    '{direction} Call {activityDatetime}',
    'https://phone.test/{agentId}',
    '{"host": "{Some Value}"}',
    '["YOUR-DOMAIN"]',
    'Your call is important to us',
    'a &lt;b&gt;bold&lt;/b&gt; word',
    'XXL',
    'https://phone.contoso.example/softphone',
    '',
  ]) {
    it(`is none: ${value}`, () => {
      assert.deepEqual(placeholdersIn(value, { start: 0, end: value.length }), []);
    });
  }

  it('reads nothing outside the span', () => {
    const text = '<item>plain</item><item>YOUR-DOMAIN</item>';
    assert.deepEqual(placeholdersIn(text, { start: 6, end: 11 }), []);
  });
});
