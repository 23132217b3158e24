import { useDeferredValue, useId, useState, type KeyboardEvent } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { answerOf } from '../../answers.ts';
import { useMe } from '../../me.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { chooseMode, useMode } from '../../themeMode.ts';
import { Overlay } from './overlay.tsx';
import { pagesFor } from './rooms.ts';

interface Item { readonly key: string; readonly group: 'customers' | 'sources' | 'compare' | 'pages' | 'actions'; readonly text: string; readonly hint?: string; readonly run: () => void }

/** Find or do anything: customers by any writing of their name, pages, actions. */
export default function Palette({ close, showKeys }: { close: () => void; showKeys: () => void }) {
  const { shell } = useText();
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const items = useItems(words, showKeys);
  const chosen = Math.min(at, items.length - 1);

  const run = (item: Item | undefined): void => {
    if (!item) return;
    close();
    item.run();
  };
  const onKey = (event: KeyboardEvent): void => {
    // Enter that ends a Chinese input method's composition chooses characters, not the row.
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' || (event.key === 'n' && event.ctrlKey) ? 1 : event.key === 'ArrowUp' || (event.key === 'p' && event.ctrlKey) ? -1 : 0;
    if (step !== 0 && items.length > 0) {
      event.preventDefault();
      const next = (chosen + step + items.length) % items.length;
      setAt(next);
      document.getElementById(`${list}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(items[chosen]);
    }
  };

  return (
    <Overlay label={shell.find} close={close}>
      <input
        className="vf-palette-input" autoFocus value={words} placeholder={shell.findHint} aria-label={shell.findHint} role="combobox" aria-expanded aria-controls={list}
        aria-activedescendant={items.length > 0 ? `${list}-${chosen}` : undefined} autoComplete="off" spellCheck={false}
        onChange={(event) => (setWords(event.target.value), setAt(0))} onKeyDown={onKey}
      />
      <div className="vf-palette-list" role="listbox" id={list} aria-label={shell.find}>
        {words === '' ? <p className="vf-palette-note vf-small" role="presentation">{shell.findStart}</p> : items.length === 0 ? <p className="vf-palette-note" role="presentation">{shell.findNothing(words)}</p> : null}
        {items.map((item, index) => (
          <div key={item.key} role="presentation">
            {item.group !== items[index - 1]?.group ? <p className="vf-palette-group" role="presentation">{shell.findGroups[item.group]}</p> : null}
            <div id={`${list}-${index}`} className="vf-palette-item" role="option" aria-selected={index === chosen} onPointerMove={() => setAt(index)} onClick={() => run(item)}>
              <span className="vf-clip">{item.text}</span>
              {item.hint ? <span className="vf-small vf-faint vf-num">{item.hint}</span> : null}
            </div>
          </div>
        ))}
      </div>
      <p className="vf-palette-foot" aria-hidden><span><kbd>↑</kbd> <kbd>↓</kbd> {shell.findKeys.move}</span><span><kbd>Enter</kbd> {shell.findKeys.open}</span><span><kbd>Esc</kbd> {shell.findKeys.close}</span></p>
    </Overlay>
  );
}

/** What matches: customers from the server, pages and actions by their words here. */
function useItems(words: string, showKeys: () => void): Item[] {
  const { shell, common, compare } = useText();
  const { pathname } = useLocation();
  const format = useFormat();
  const navigate = useNavigate();
  const mode = useMode();
  const { can } = useMe();
  const q = useDeferredValue(words.trim());
  const found = useQuery({ ...answerOf('GET /api/find', { query: { q, limit: 12 } }), enabled: q !== '', placeholderData: keepPreviousData });
  const customers: Item[] = q === '' ? [] : (found.data?.accounts ?? []).map((account) => ({
    key: `a${account.id}`, group: 'customers', text: account.name,
    hint: [account.class ? common.classes[account.class] : null, account.rank ? shell.rank(format.number(account.rank)) : null].filter(Boolean).join(' · '),
    run: () => void navigate({ to: '/accounts/$id', params: { id: String(account.id) } }),
  }));
  const inSources = useQuery({ ...answerOf('GET /api/pages', { query: { q, limit: 5 } }), enabled: q.length > 1, placeholderData: keepPreviousData });
  const sources: Item[] = q.length < 2 ? [] : (inSources.data?.rows ?? []).map((row) => ({
    key: `s${row.sourceId}-${row.page}`, group: 'sources', text: row.snippet, hint: row.title,
    run: () => void navigate({ to: '/sources/$id', params: { id: String(row.sourceId) }, search: { page: row.page, q } as never }),
  }));
  // On a customer's page what is found can also be put beside it.
  const here = Number(/^\/accounts\/(\d+)$/.exec(pathname)?.[1] ?? 0);
  const beside: Item[] = here === 0 || q === '' ? [] : (found.data?.accounts ?? []).filter((account) => account.id !== here).slice(0, 3).map((account) => ({
    key: `c${account.id}`, group: 'compare', text: compare.pick({ name: account.name }), run: () => void navigate({ to: '/compare', search: { ids: `${here},${account.id}` } as never }),
  }));
  const pages: Item[] = pagesFor(can).map((page) => ({ key: page.to, group: 'pages', text: shell.pages[page.text], hint: `g ${page.key}`, run: () => void navigate({ to: page.to }) }));
  const actions: Item[] = [
    ...(can.importData ? [{ key: 'bring', group: 'actions' as const, text: shell.actions.bringData, run: () => void navigate({ to: '/imports' }) }] : []),
    ...(can.exportAccounts ? [{ key: 'export', group: 'actions' as const, text: shell.actions.exportAccounts, run: () => location.assign('/api/accounts/export?format=xlsx') }] : []),
    ...(can.manageMembers ? [{ key: 'member', group: 'actions' as const, text: shell.actions.addMember, run: () => void navigate({ to: '/members' }) }] : []),
    { key: 'compare', group: 'actions', text: compare.action, run: () => void navigate({ to: '/compare', search: (here > 0 ? { ids: here } : {}) as never }) },
    { key: 'theme', group: 'actions', text: shell.actions.switchTheme, run: () => chooseMode(mode === 'dark' ? 'light' : 'dark') },
    { key: 'keys', group: 'actions', text: shell.actions.showKeys, hint: '?', run: showKeys },
  ];
  const wanted = q.toLowerCase();
  return [...customers, ...beside, ...sources, ...[...pages, ...actions].filter((item) => item.text.toLowerCase().includes(wanted))];
}
