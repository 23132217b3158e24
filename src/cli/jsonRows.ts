/** An object as JSON with one line for each of its values, and one for each member of a list of objects: read by programs, looked at by people. */
export function jsonRows(object: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(object).map(([key, value]) => {
    const rows = Array.isArray(value) && value.length > 0 && value.every((member) => typeof member === 'object' && member !== null) ? `[\n${value.map((member) => `    ${JSON.stringify(member)}`).join(',\n')}\n  ]` : JSON.stringify(value);
    return `  ${JSON.stringify(key)}: ${rows}`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}
