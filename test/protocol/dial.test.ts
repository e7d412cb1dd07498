import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { DialAnswer } from '../../server/src/protocol/preview.ts';
import { methods } from '../../server/src/protocol.ts';
import { connect, definition, type TestClient } from '../support/protocol.ts';

const uri = 'file:///w/callcenter.xml';
const text = definition({}).replace(
  '</callCenter>',
  `  <section sortOrder="1" name="reqDialingOptions" label="Dialing">
    <item sortOrder="0" name="reqOutsidePrefix" label="Outside">9</item>
    <item sortOrder="1" name="reqLongDistPrefix" label="Long distance">1</item>
    <item sortOrder="2" name="reqInternationalPrefix" label="International">011</item>
  </section>
</callCenter>`,
);

describe('dialing with the prefixes of an open definition', () => {
  let client: TestClient;
  const dial = (params: object, of = uri) =>
    client.connection.sendRequest<DialAnswer | null>(methods.dial, { uri: of, ...params });

  before(async () => {
    client = await connect({});
    await client.open(uri, text);
    await client.open('file:///w/pom.xml', '<project/>');
  });
  after(() => client.dispose());

  test('tells of each number what is dialled, and of the version it is about', async () => {
    const answer = await dial({ numbers: ['(415) 555-1212', 'nobody'], country: 'US' });
    assert.equal(answer?.version, 1);
    assert.deepEqual(
      answer.dialing.numbers.map(({ number, dialled }) => [number, dialled]),
      [
        ['(415) 555-1212', '914155551212'],
        ['nobody', undefined],
      ],
    );
    assert.equal(answer.preset?.country, 'US');
    assert.ok(answer.countries.includes('CH'));
  });

  test('proposes the prefixes of the country that the present ones suggest, where nobody names one', async () => {
    const answer = await dial({ numbers: [] });
    assert.equal(answer?.dialing.countryAssumed, true);
    assert.equal(answer.preset?.country, answer.dialing.country);
    assert.deepEqual((await dial({ numbers: [], country: 'GB' }))?.preset?.prefixes, {
      outside: '9',
      longDistance: '0',
      international: '00',
    });
  });

  test('says of a definition for Salesforce Voice that these prefixes are not for it', async () => {
    assert.equal((await dial({ numbers: [] }))?.unused, undefined);
    await client.connection.sendNotification(methods.setFlavour, { uri, flavour: 'partnerTelephony' });
    assert.match((await dial({ numbers: [] }))?.unused ?? '', /reqLongDistPrefix in reqHvcc/);
    await client.connection.sendNotification(methods.setFlavour, { uri });
  });

  test('is nothing without a definition', async () => {
    assert.equal(await dial({ numbers: ['911'] }, 'file:///w/pom.xml'), null);
    assert.equal(await dial({ numbers: ['911'] }, 'file:///w/closed.xml'), null);
  });
});
