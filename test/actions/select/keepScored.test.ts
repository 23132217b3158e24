import { expect, test } from 'vitest';
import { areScored, leaveWord } from '#actions/select/keepScored.ts';
import { markAccount } from '#actions/select/markAccount.ts';
import { scorePortfolio } from '#actions/select/scorePortfolio.ts';
import { addCompanies, addPeople, contextOf } from '../../cast.ts';
import { eachEngine } from '../../database.ts';

eachEngine((_engine, open) => {
  test('only a stop that left nothing undone spares the next start the scoring', async () => {
    const store = await open();
    await addPeople(store);
    const [id] = await addCompanies(store);
    const context = await contextOf(store);
    expect(await areScored(context, '1')).toBe(false);
    await scorePortfolio(context);
    expect(await areScored(context, '1')).toBe(false);
    await leaveWord(context, '1');
    expect(await areScored(context, '1')).toBe(true);
    expect(await areScored(context, '2')).toBe(false);
    await markAccount(context, id!, [{ indicator: 'fraud', value: true, note: 'forged a certificate' }]);
    expect(await areScored(context, '1')).toBe(false);
  });
});
