import { Button } from 'antd';
import { forgetAll, useChange } from '../../answers.ts';
import type { Me } from '../../me.ts';
import { useText } from '../../text/locale.ts';
import { say } from '../../undo.ts';
import { ErrorNote } from '../errorNote.tsx';
import { SettingsSection } from './company.tsx';

/** Loads the demo company into an empty workspace, or takes it out again. */
export function DemoSection({ me }: { me: Me }) {
  const { settings: t } = useText();
  const again = (text: string) => (): void => {
    say(text);
    void forgetAll();
  };
  const remove = useChange('DELETE /api/demo', { done: again(t.demoRemoved) });
  const load = useChange('POST /api/demo', { done: again(t.demoLoaded) });
  return (
    <SettingsSection title={t.sections.demo} text={t.demoText}>
      {remove.error ?? load.error ? <ErrorNote error={remove.error ?? load.error} /> : null}
      <div>
        {me.workspace.demo
          ? <Button danger loading={remove.isPending} onClick={() => remove.mutate({})}>{t.removeDemo}</Button>
          : <Button loading={load.isPending} onClick={() => load.mutate({})}>{t.loadDemo}</Button>}
      </div>
    </SettingsSection>
  );
}
