import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { changesBetween, merged } from '../../../../client/src/preview/changes.ts';
import type { View, ViewMessage } from '../../../../client/src/preview/messages.ts';
import { createViewSender, type Received, receive } from '../../../../client/src/preview/view-stream.ts';
import { seeded } from '../../../support/random.ts';

type Content = NonNullable<View['content']>;
type Section = Content['sections'][number];
type Item = NonNullable<Section['items']>[number];

const item = (id: string, value: string): Item => ({
  id,
  name: id,
  label: id,
  need: 'custom',
  control: { kind: 'text' },
  value,
});
const section = (id: string, items: readonly Item[] | undefined, label = id): Section => ({
  id,
  name: id,
  label,
  need: 'custom',
  count: items?.length ?? 3,
  ...(items && { items }),
  addable: [],
});
const content = (sections: readonly Section[], parts: readonly Item[] = []): Content => ({
  body: 'import',
  flavour: 'openCti',
  flavourTitle: 'Open CTI',
  interface: 'classic',
  displayName: '',
  internalName: '',
  parts,
  sections,
  addable: [],
  problems: [],
  softphone: { kind: 'elsewhere', message: '' },
});
const view = (uri: string, version: number, shown?: Content): View => ({
  uri,
  name: uri,
  locked: false,
  version,
  outdated: false,
  ...(shown && { content: shown }),
});

/** As it comes out of the pipe. */
function sent<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** Any content: a few sections and fields of a few names and values, in any order, some of them not given. */
function anyContent(random: () => number): Content {
  const below = (count: number) => Math.floor(random() * count);
  const some = <T>(make: (id: string) => T): readonly T[] =>
    ['a', 'b', 'c', 'd', 'e']
      .filter(() => random() < 0.6)
      .sort(() => random() - 0.5)
      .map(make);
  const items = (of: string) => some((id) => item(`/${of}/${id}`, `value ${below(2)}`));
  return content(
    some((id) => section(`/${id}`, random() < 0.2 ? undefined : items(id), `label ${below(2)}`)),
    items('parts'),
  );
}

describe('what is different between two contents', () => {
  test('makes the second of the first, whatever they are', () => {
    const random = seeded(6);
    for (let round = 0; round < 2000; round++) {
      const base = anyContent(random);
      const next = anyContent(random);
      assert.deepEqual(merged(base, sent(changesBetween(base, next))), next);
    }
  });

  test('is no larger than what has changed', () => {
    const base = content([section('/a', [item('/a/x', '1'), item('/a/y', '2')]), section('/b', [item('/b/x', '3')])]);
    const next = content([section('/a', [item('/a/x', '1'), item('/a/y', '5')]), section('/b', [item('/b/x', '3')])]);
    const changes = changesBetween(base, next);
    assert.equal(changes.sections[1], '/b');
    const [changed] = changes.sections;
    assert.ok(typeof changed === 'object');
    assert.deepEqual(changed.items, ['/a/x', item('/a/y', '5')]);
  });

  test('leaves what did not change the same object', () => {
    const base = content([section('/a', [item('/a/x', '1'), item('/a/y', '2')]), section('/b', [])]);
    const next = content([section('/a', [item('/a/x', '7'), item('/a/y', '2')]), section('/b', [])]);
    const both = merged(base, sent(changesBetween(base, next)));
    assert.equal(both?.sections[1], base.sections[1]);
    assert.equal(both?.sections[0]?.items?.[1], base.sections[0]?.items?.[1]);
  });

  test('makes nothing of a content that it is not about', () => {
    const base = content([section('/a', [item('/a/x', '1')])], [item('<fullName>', 'A')]);
    const changes = changesBetween(base, base);
    assert.equal(merged(content([], base.parts), changes), undefined);
    assert.equal(merged(content(base.sections), changes), undefined);
    const other = changesBetween(base, content([section('/a', [item('/a/x', '1'), item('/a/y', '2')])], base.parts));
    assert.equal(merged(content([section('/a', [])], base.parts), other), undefined);
  });
});

describe('views on their way to a page', () => {
  test('are what was sent, also for a page that is loaded anew in between or has missed one', () => {
    const random = seeded(66);
    const messages: ViewMessage[] = [];
    const sender = createViewSender((message) => void messages.push(sent(message)));
    let page: Received | undefined;
    let wanted: View | undefined;
    const deliver = (): void => {
      for (const message of messages.splice(0)) page = receive(page, message);
    };
    for (let version = 0; version < 2000; version++) {
      wanted = view(random() < 0.9 ? 'one' : 'other', version, random() < 0.9 ? anyContent(random) : undefined);
      sender.send(wanted);
      if (random() < 0.05) {
        messages.length = 0;
        page = random() < 0.5 ? undefined : page;
      }
      deliver();
      if (!page || page.view.version !== version) {
        sender.startAnew();
        sender.send(wanted);
        deliver();
      }
      assert.deepEqual(page?.view, wanted);
    }
  });

  test('are told in full once, then as changes, and in full for another definition', () => {
    const messages: ViewMessage[] = [];
    const sender = createViewSender((message) => void messages.push(message));
    const shown = content([section('/a', [item('/a/x', '1')])]);
    for (const one of [view('one', 1, shown), view('one', 2, shown), view('other', 1, shown), view('other', 2)]) {
      sender.send(one);
    }
    sender.send(view('other', 3, shown));
    assert.deepEqual(
      messages.map((message) => [message.content !== undefined, message.changes?.base]),
      [
        [true, undefined],
        [false, 1],
        [true, undefined],
        [false, undefined],
        [true, undefined],
      ],
    );
  });
});
