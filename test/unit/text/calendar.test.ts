import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDay } from '../../../server/src/language/text/calendar.ts';

test('a day is one of the calendar, written year-month-day', () => {
  for (const day of ['2026-11-20', '2024-02-29', '2000-02-29', '0000-12-31', '9999-12-31']) assert.ok(isDay(day), day);
  for (const text of [
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-01',
    '2026-01-00',
    '2026-04-31',
    '26-01-01',
    '2026-1-1',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '',
  ]) {
    assert.ok(!isDay(text), text);
  }
});
