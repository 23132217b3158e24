/** What a key position is there for (职能). KPIs of the library belong to one of them; `other` has none of its own. */
export const FUNCTIONS = ['purchasing', 'rd', 'quality', 'operations', 'finance', 'management', 'other'] as const;
export type PositionFunction = (typeof FUNCTIONS)[number];

/** How high a position is (层级): decides for the company, heads a function, leads a team, does the work. */
export const LEVELS = ['executive', 'head', 'manager', 'specialist'] as const;
export type PositionLevel = (typeof LEVELS)[number];

/** Which way is good: more, less, or within limits. */
export const DIRECTIONS = ['up', 'down', 'hold'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** One text in the two languages of the library; zh-Hant is converted from `zh`. */
export interface Two { readonly en: string; readonly zh: string }

/** A KPI of the library (考核指标): how it is measured, and what it makes a person need from a supplier. */
export interface Kpi {
  readonly key: string;
  readonly function: PositionFunction;
  readonly name: Two;
  /** The formula in words. */
  readonly measure: Two;
  readonly unit: Two;
  readonly direction: Direction;
  /** What who is measured by it needs from a supplier. */
  readonly needs: Two;
  /** One or two topics for a talk. */
  readonly topics: readonly Two[];
  /** Levels it is usually set for; none: all. */
  readonly levels?: readonly PositionLevel[];
  /** Words that tell that a statement speaks of it, lower case. */
  readonly words: readonly string[];
}

/** A KPI as a workspace has it: from the library, changed by the company, or its own. */
export interface KpiEntry extends Kpi {
  readonly origin: 'library' | 'changed' | 'own';
  readonly hidden: boolean;
  /** The row that holds the company's words. */
  readonly rowId: number | null;
}
