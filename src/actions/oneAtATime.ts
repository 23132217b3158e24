/**
 * Runs work so that of each key one run goes on and at most one waits; whoever asks meanwhile joins the waiting one, which will
 * see their change. Gives a promise of the run that covers the request.
 */
export function oneAtATime<Key extends object>(): { run(key: Key, work: () => Promise<void>): Promise<void>; settled(key: Key): Promise<void> } {
  const running = new WeakMap<Key, Promise<void>>();
  const waiting = new WeakMap<Key, Promise<void>>();
  const start = (key: Key, work: () => Promise<void>): Promise<void> => {
    const run = work().finally(() => { if (running.get(key) === run) running.delete(key); });
    running.set(key, run);
    return run;
  };
  return {
    run(key, work) {
      const joined = waiting.get(key);
      if (joined) return joined;
      const before = running.get(key);
      if (!before) return start(key, work);
      const next = before.catch(() => {}).then(() => {
        waiting.delete(key);
        return start(key, work);
      });
      waiting.set(key, next);
      return next;
    },
    async settled(key) {
      while (running.has(key) || waiting.has(key)) await (waiting.get(key) ?? running.get(key))!.catch(() => {});
    },
  };
}
