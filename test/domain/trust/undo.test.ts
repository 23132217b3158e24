import { describe, expect, test } from 'vitest';
import { inForce, touched, whyNoUndo, type PastEvent } from '#domain/trust/undo.ts';

const edit = (id: number, before: object, after: object, undoes?: number): PastEvent =>
  ({ id, verb: 'accountEdited', accountId: 7, payload: { before, after }, ...(undoes === undefined ? {} : { undoes }) });

describe('which changes still hold', () => {
  test('an undo takes its target out, an undo of the undo brings it back', () => {
    const made = edit(1, { name: 'A' }, { name: 'B' });
    const undo = edit(2, { name: 'B' }, { name: 'A' }, 1);
    const redo = edit(3, { name: 'A' }, { name: 'B' }, 2);
    expect([...inForce([made, undo])]).toEqual([2]);
    expect([...inForce([made, undo, redo])].toSorted()).toEqual([1, 3]);
  });
});

describe('whether a change can be taken back', () => {
  const first = edit(1, { name: 'A' }, { name: 'B' });

  test('yes, when nothing has happened since', () => expect(whyNoUndo(first, [])).toBeNull());
  test('yes, when something else changed since', () => {
    expect(whyNoUndo(first, [edit(2, { country: null }, { country: 'DE' })])).toBeNull();
    expect(whyNoUndo(first, [{ ...edit(2, { name: 'X' }, { name: 'Y' }), accountId: 8 }])).toBeNull();
  });
  test('no, when the same field changed since', () => expect(whyNoUndo(first, [edit(2, { name: 'B' }, { name: 'C' })])).toBe('changed_since'));
  test('yes again, when that later change was taken back', () => {
    const second = edit(2, { name: 'B' }, { name: 'C' });
    const undone = edit(3, { name: 'C' }, { name: 'B' }, 2);
    expect(whyNoUndo(first, [second, undone])).toBeNull();
    expect(whyNoUndo(first, [second, undone, edit(4, { name: 'B' }, { name: 'C' }, 3)])).toBe('changed_since');
  });
  test('no, when somebody else changed since what it made; one’s own changes go with it', () => {
    const added: PastEvent = { id: 1, userId: 'mo', verb: 'factsRecorded', accountId: 7, payload: { ids: [12] } as never };
    const changed = (userId: string, factId: number): PastEvent => ({ id: 2, userId, verb: 'factEdited', accountId: 7, payload: { factId, before: { statement: 'A' }, after: { statement: 'B' } } as never });
    expect([whyNoUndo(added, [changed('cleo', 12)]), whyNoUndo(added, [changed('mo', 12)]), whyNoUndo(added, [changed('cleo', 123)])]).toEqual(['changed_since', null, null]);
  });
  test('no, when it was taken back already', () => expect(whyNoUndo(first, [edit(2, { name: 'B' }, { name: 'A' }, 1)])).toBe('already_undone'));
  test('no, when an import was undone on its page', () => {
    const committed: PastEvent = { id: 1, verb: 'importCommitted', payload: { importId: 3, fileName: 'a.csv', created: 1, changed: 0, accountsCreated: 1 } };
    expect(whyNoUndo(committed, [])).toBeNull();
    expect(whyNoUndo(committed, [{ id: 2, verb: 'importUndone', payload: { importId: 3, fileName: 'a.csv' } }])).toBe('already_undone');
    expect(whyNoUndo(committed, [{ id: 2, verb: 'importUndone', payload: { importId: 4, fileName: 'b.csv' } }])).toBeNull();
  });
  test('no, for what is kept for good', () => {
    expect(whyNoUndo({ id: 1, verb: 'memberAdded', payload: { userId: 'u', role: 'viewer' } }, [])).toBe('not_undoable');
  });
});

test('a model that was published without being activated left nothing to go back to', () => {
  expect(whyNoUndo({ id: 1, verb: 'modelPublished', payload: { versionId: 2, version: 2, note: '', activeBefore: null } }, [])).toBe('not_undoable');
});

test('publishing and activating a model touch the same thing', () => {
  const published: PastEvent = { id: 1, verb: 'modelPublished', payload: { versionId: 2, version: 2, note: '', activeBefore: 1 } };
  const activated: PastEvent = { id: 2, verb: 'modelActivated', payload: { versionId: 1, activeBefore: 2 } };
  expect(touched(published)).toEqual(touched(activated));
  expect(whyNoUndo(published, [activated])).toBe('changed_since');
});
