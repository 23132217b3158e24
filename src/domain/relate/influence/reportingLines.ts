/** Organisation chart (组织架构) by numbers: who is at the top, and how far and wide it reaches below. */
export interface ReportingLines {
  /** People without a boss, in the order of numbers; who reports to himself is one of them. */
  readonly tops: readonly number[];
  /** Steps below the top. */
  readonly depth: readonly number[];
  /** Who report to each directly (管理幅度). */
  readonly span: readonly number[];
  /** Everybody below each, at any depth. */
  readonly below: readonly number[];
}

/** A boss of each person (`boss[person]`, null for none). Throws RangeError on a boss who is not there, and where reports go in a circle of several people. */
export function reportingLines(boss: readonly (number | null)[]): ReportingLines {
  const people = boss.length;
  const above = boss.map((one, person) => {
    if (one === null || one === person) return -1;
    if (!Number.isInteger(one) || one < 0 || one >= people) throw new RangeError(`Person ${person} reports to ${one}, who is not there.`);
    return one;
  });
  const reports: number[][] = above.map(() => []);
  above.forEach((one, person) => { if (one >= 0) reports[one]!.push(person); });
  const tops = above.flatMap((one, person) => (one < 0 ? [person] : []));
  const depth = new Array<number>(people).fill(0);
  const order = [...tops];
  for (let n = 0; n < order.length; n++) {
    for (const person of reports[order[n]!]!) {
      depth[person] = depth[order[n]!]! + 1;
      order.push(person);
    }
  }
  if (order.length < people) {
    const reached = new Set(order);
    throw new RangeError(`Reports go in a circle, or end in one: person ${above.findIndex((_, person) => !reached.has(person))} has no top above.`);
  }
  const below = new Array<number>(people).fill(0);
  for (const person of order.toReversed()) if (above[person]! >= 0) below[above[person]!]! += below[person]! + 1;
  return { tops, depth, span: reports.map((list) => list.length), below };
}
