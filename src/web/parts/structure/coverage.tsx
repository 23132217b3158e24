import { useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type { Answer } from '../../call.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { KeyAccountMark } from '../decision/keyAccountMark.tsx';
import { ClassMark } from '../portfolio/classMark.tsx';

type Structure = Answer<'GET /api/portfolio/structure'>;
/** Rows shown at first: the best ranked are where it hurts. */
const FIRST = 10;

type Row = Structure['underCovered']['rows'][number] | Structure['overCovered']['rows'][number];

/** Customers covered too little: what of the iron triangle is missing. */
export function UnderCovered({ covered }: { covered: Structure['underCovered'] }) {
  const { structure: t } = useText();
  if (covered.total === 0) return <p className="vf-quiet">{t.underNone}</p>;
  return <Table rows={covered.rows} total={covered.total} head={t.lacks} cell={(row) => <Tags words={(row as Structure['underCovered']['rows'][number]).lacks.map((lack) => t.lack[lack])} />} />;
}

/** Customers to maintain or leave that take more than their share. */
export function OverCovered({ covered }: { covered: Structure['overCovered'] }) {
  const { structure: t } = useText();
  if (covered.total === 0) return <p className="vf-quiet">{t.overNone}</p>;
  return <Table rows={covered.rows} total={covered.total} head={t.takes} cell={(row) => <Tags words={(row as Structure['overCovered']['rows'][number]).takes.map((take) => (take === 'severalPeople' ? t.take.severalPeople({ n: row.people }) : t.take[take]))} />} />;
}

function Tags({ words }: { words: readonly string[] }) {
  return <span className="vf-lacks">{words.map((word) => <span key={word} className="vf-tag">{word}</span>)}</span>;
}

function Table<R extends Row>({ rows, total, head, cell }: { rows: readonly R[]; total: number; head: string; cell: (row: R) => ReactNode }) {
  const { structure: t, common } = useText();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, FIRST);
  return (
    <>
      <table className="vf-table vf-cover-table">
        <thead><tr><th>{t.customer}</th><th>{t.class}</th><th>{t.owner}</th><th>{head}</th></tr></thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.id}>
              <td><Link to="/accounts/$id" params={{ id: String(row.id) }}>{row.name}</Link> {row.keyAccountSince ? <KeyAccountMark since={row.keyAccountSince} /> : null}</td>
              <td>{row.class ? <ClassMark kind={row.class} word={common.classes[row.class]} /> : <span className="vf-faint">{t.noClass}</span>}</td>
              <td>{row.owner?.name ?? <span className="vf-faint">{t.noOwner}</span>}</td>
              <td>{cell(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {total > shown.length ? <p className="vf-small vf-faint vf-cover-more">{t.firstOf({ shown: format.number(shown.length), all: format.number(total) })}{rows.length > shown.length ? <> <button type="button" className="vf-link vf-noprint" onClick={() => setAll(true)}>{common.more}</button></> : null}</p> : null}
    </>
  );
}
