/**
 * Loaded before the server of a journey (`node --import`): its clock runs ahead by JOURNEY_DAYS_AHEAD days, in worker threads too. What
 * happens in a year then takes no longer than a start.
 */
const ahead = Number(process.env['JOURNEY_DAYS_AHEAD'] ?? 0) * 86_400_000;
const now = (): number => RealDate.now() + ahead;
const RealDate = Date;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given: unknown[], made) => Reflect.construct(target, given.length === 0 ? [now()] : given, made) as Date,
  apply: () => new RealDate(now()).toString(),
  get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
});
