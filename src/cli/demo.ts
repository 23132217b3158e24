import { SYSTEM } from '#actions/act.ts';
import { loadDemo } from '#actions/demo/loadDemo.ts';
import { removeDemo } from '#actions/demo/removeDemo.ts';
import { openLive } from '#actions/live.ts';
import { backupBeforeMigrating } from '#storage/backup.ts';
import { migrate } from '#storage/migrate.ts';
import { UsageFault } from './faults.ts';
import { inPlace } from './place.ts';

/** `vitalfew demo [--remove]`: the demo company into the workspace of this environment, or out of it; also before the first start of the server. */
export async function demoCommand(args: readonly string[]): Promise<number> {
  if (args.some((arg) => arg !== '--remove')) throw new UsageFault('demo takes nothing but --remove.');
  return await inPlace(async (store) => {
    await migrate(store, { beforeMigrating: () => backupBeforeMigrating(store) });
    const live = await openLive(store);
    const context = { store, actor: SYSTEM, now: () => new Date(), live, dataDir: store.dataDir };
    try {
      if (args.includes('--remove')) {
        await removeDemo(context);
        process.stdout.write('The demo is out; nothing of it is left.\n');
      } else {
        const { accounts } = await loadDemo(context, /^zh/.test(process.env['LC_ALL'] ?? process.env['LANG'] ?? '') ? 'zh' : 'en');
        process.stdout.write(`${accounts} customers with three years of trade are in. Start the server to look at them; "vitalfew demo --remove" takes them out.\n`);
      }
      return 0;
    } finally {
      await live.close();
    }
  });
}
