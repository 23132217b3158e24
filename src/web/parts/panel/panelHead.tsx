import { Button, Dropdown, Popconfirm } from 'antd';
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../answers.ts';
import { call } from '../../call.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { AssessorStrip, type PanelView } from './assessorStrip.tsx';
import { useSteps } from './useSteps.ts';

/** What is asked on whom, until when, who assesses and who is in; and how the panel ends. */
export function PanelHead({ panel }: { panel: PanelView }) {
  const { panel: t, common } = useText();
  const format = useFormat();
  const { busy, step } = useSteps();
  // Where marks become the customer's, one wants to see what that does to its score.
  const account = useQuery({ ...answerOf('GET /api/accounts/{id}', { params: { id: panel.account.id } }), enabled: panel.sees }).data?.account;
  const params = { id: panel.id };
  const pending = panel.assessors.filter((one) => one.state === 'invited').map((one) => one.person.name);
  const facts = [
    t.due({ day: format.day(panel.dueOn) }), t.openedBy({ name: panel.openedBy?.name ?? '', day: format.day(panel.openedAt.slice(0, 10)) }),
    ...(panel.closedAt ? [t.closedBy({ name: panel.closedBy?.name ?? '', day: format.day(panel.closedAt.slice(0, 10)) })] : []), ...(panel.cancelledAt ? [t.cancelledOn({ day: format.day(panel.cancelledAt.slice(0, 10)) })] : []),
  ];
  return (
    <header className="vf-panel-head">
      <nav className="vf-small vf-noprint"><Link to="/panels">← {t.back}</Link></nav>
      <div className="vf-spread vf-wrap">
        <h1>{panel.question}</h1>
        <div className="vf-row vf-noprint">
          {panel.can.closeEntry ? (
            <Popconfirm title={pending.length > 0 ? t.closeEntryAsk({ names: pending.join(t.comma) }) : t.closeEntryNobody} okText={t.closeEntry} cancelText={common.cancel} placement="bottomRight" onConfirm={() => void step(() => call('POST /api/panels/{id}/close-entry', { params }), t.entryClosed, false)}>
              <Button disabled={busy}>{t.closeEntry}</Button>
            </Popconfirm>
          ) : null}
          {panel.can.close ? <Button disabled={busy} onClick={() => void step(() => call('POST /api/panels/{id}/close', { params }), t.closed)}>{t.close}</Button> : null}
          {panel.sees ? <Button onClick={() => window.print()}>{t.print}</Button> : null}
          {panel.can.cancel ? (
            <Dropdown trigger={['click']} menu={{ items: [{ key: 'cancel', label: t.cancel, onClick: () => void step(() => call('POST /api/panels/{id}/cancel', { params }), t.cancelled) }] }}>
              <Button type="text" aria-label={t.more}>⋯</Button>
            </Dropdown>
          ) : null}
        </div>
      </div>
      <p className="vf-panel-on"><Link to="/accounts/$id" params={{ id: String(panel.account.id) }}>{panel.account.name}</Link>{account && account.total !== null ? <span className="vf-num vf-quiet"> · {t.scoreNow({ total: format.points(account.total), grade: account.grade ?? '–' })}</span> : null}</p>
      <p className="vf-small vf-quiet"><span className={panel.late ? 'vf-tag vf-tag-late' : 'vf-tag'}>{panel.late ? t.late : t.phases[panel.phase]}</span> {facts.join(' · ')}</p>
      <AssessorStrip panel={panel} />
    </header>
  );
}
