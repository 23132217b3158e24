import { useText } from '../../text/locale.ts';
import { problemIn } from '../errorNote.tsx';

/** What is wrong at a field, in words; `elsewhere`: the refusal is about no field of the form. */
export function useFaults(error: Error | null): { readonly at: (path: string) => string | null; readonly elsewhere: boolean } {
  const { errors } = useText();
  const faults = error ? (problemIn(error).fields ?? []) : [];
  return {
    at: (path) => {
      const fault = faults.find((one) => one.path === path || one.path.startsWith(`${path}.`));
      return fault ? (errors.fields[fault.reason] ?? fault.message) : null;
    },
    elsewhere: error !== null && faults.length === 0,
  };
}
