import { roomFor, sharedMemory } from '#domain/relate/path/slots.ts';
import type { NetworkPerson } from '#storage/relate/networkRows.ts';

/** As one thread hands them to another. */
export interface HandedPeople { readonly marks: Uint8Array; readonly accounts: Int32Array; readonly owners: Int32Array; readonly users: readonly string[] }

const KNOWN = 1;
const OPEN = 2;
const COLLEAGUE = 4;

/** What ways need to know of everybody, by the number of the person: nine bytes each, in memory that threads share. */
export class KnownPeople {
  private marks: Uint8Array;
  /** Customer they work for, 0 for none. */
  private accounts: Int32Array;
  /** Whose private contact: the place of that user in `users`, from 1; 0 for nobody's. */
  private owners: Int32Array;
  private readonly users: string[];
  private readonly places: Map<string, number>;

  constructor(handed: HandedPeople = { marks: marksOf(0), accounts: numbersOf(0), owners: numbersOf(0), users: [] }) {
    [this.marks, this.accounts, this.owners, this.users] = [handed.marks, handed.accounts, handed.owners, [...handed.users]];
    this.places = new Map(this.users.map((user, n) => [user, n + 1]));
  }

  handOver(): HandedPeople {
    const { marks, accounts, owners, users } = this;
    return { marks, accounts, owners, users };
  }

  set({ id, open, colleague, accountId, privateTo }: NetworkPerson): void {
    if (id >= this.marks.length) this.makeRoom(id);
    this.marks[id] = KNOWN | (open ? OPEN : 0) | (colleague ? COLLEAGUE : 0);
    this.accounts[id] = accountId ?? 0;
    this.owners[id] = privateTo === null ? 0 : this.placeOf(privateTo);
  }

  has(id: number): boolean {
    return ((this.marks[id] ?? 0) & KNOWN) !== 0;
  }

  /** May be met on a way: kept, not merged away, and not one who objects. */
  isOpen(id: number): boolean {
    return ((this.marks[id] ?? 0) & OPEN) !== 0;
  }

  isOneOfUs(id: number): boolean {
    return ((this.marks[id] ?? 0) & (OPEN | COLLEAGUE)) === (OPEN | COLLEAGUE);
  }

  /** Open, and nobody's private contact: may be on everybody's ways. */
  isShared(id: number): boolean {
    return this.isOpen(id) && this.owners[id] === 0;
  }

  /** Open, and nobody else's private contact. */
  isOpenTo(id: number, userId: string): boolean {
    return this.isOpen(id) && (this.owners[id] === 0 || this.users[this.owners[id]! - 1] === userId);
  }

  /** Customer a person works for, 0 for none. */
  accountOf(id: number): number {
    return this.accounts[id] ?? 0;
  }

  isPrivate(id: number): boolean {
    return (this.owners[id] ?? 0) !== 0;
  }

  private placeOf(user: string): number {
    const known = this.places.get(user);
    if (known !== undefined) return known;
    this.places.set(user, this.users.push(user));
    return this.users.length;
  }

  private makeRoom(id: number): void {
    const room = roomFor(id);
    const { marks, accounts, owners } = this;
    [this.marks, this.accounts, this.owners] = [marksOf(room), numbersOf(room), numbersOf(room)];
    this.marks.set(marks);
    this.accounts.set(accounts);
    this.owners.set(owners);
  }
}

const marksOf = (count: number): Uint8Array => new Uint8Array(sharedMemory(count));
const numbersOf = (count: number): Int32Array => new Int32Array(sharedMemory(4 * count));
