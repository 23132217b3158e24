/** Names of the demo's files: they say where its lines come from, and find its imports again. */
export const DEMO_FILES = ['demo-customers.csv', 'demo-invoice-lines.csv'] as const;
