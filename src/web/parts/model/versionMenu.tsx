import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { answerOf } from '../../answers.ts';
import { addressOf, type Answer } from '../../call.ts';
import { useText, useWords } from '../../text/locale.ts';

type Version = Answer<'GET /api/models'>['versions'][number];

/** What can be done with a published version besides reading it: compare, copy, save as a file. */
export function VersionMenu({ version, mayPublish, small = false }: { version: Version; mayPublish: boolean; small?: boolean }) {
  const { model: t } = useText();
  const words = useWords();
  const navigate = useNavigate();
  const versions = useQuery({ ...answerOf('GET /api/models'), staleTime: 60_000 }).data?.versions ?? [];
  // A version is read against the one in use; that one against the version it came from, else against whatever there is.
  const other = version.active ? (versions.find((one) => one.key === version.key && one.version < version.version) ?? versions.find((one) => one.id !== version.id)) : versions.find((one) => one.active);
  const items = [
    ...(other ? [{ key: 'compare', label: version.active ? t.compareWith({ name: words(other.name), n: other.version }) : t.compareWithActive, onClick: () => void navigate({ to: '/models/compare', search: { a: other.id, b: version.id } as never }) }] : []),
    ...(mayPublish ? [{ key: 'copy', label: t.copy, onClick: () => void navigate({ to: '/models/new', search: { from: `copy-${version.id}` } as never }) }] : []),
    { key: 'file', label: t.saveFile, onClick: () => location.assign(addressOf('GET /api/models/{id}/file', { params: { id: version.id } })) },
  ];
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button size={small ? 'small' : 'middle'} type="text" aria-label={t.more({ name: words(version.name), n: version.version })}>⋯</Button>
    </Dropdown>
  );
}
