/**
 * The key accounts: accounts whose newest decision that was not withdrawn is to choose, with the day. Decisions are few, accounts
 * many: where all are asked about, this set is found first.
 */
export const KEY_ACCOUNTS = `(select k.account_id, k.decided_on as since from decision k where k.kind = 'choose' and k.withdrawn_at is null
  and not exists (select 1 from decision n where n.account_id = k.account_id and n.id > k.id and n.withdrawn_at is null))`;

/** Condition that the account in this column is a key account, or is none. */
export const chosenOrNot = (id: string, chosen: boolean): string => `${id} ${chosen ? '' : 'not '}in (select account_id from ${KEY_ACCOUNTS} chosen)`;

/** Since when the account in this column has been a key account; null: it is none. One look into an index a row, for the columns of a page. */
export const keySince = (id: string): string => `(select case d.kind when 'choose' then d.decided_on end from decision d where d.account_id = ${id} and d.withdrawn_at is null order by d.id desc limit 1)`;
