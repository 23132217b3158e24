import { peopleAtPlaces, presencesOf, tiesOfPeople } from '#storage/relate/networkRows.ts';
import type { Context } from '../../act.ts';

/** Who may be tied to a person, to the actor's knowledge: by what was told, then by the places they share; at most `limit`, and whether there are more. Whether the actor may see each is not looked at. */
export async function peopleNear(context: Context, person: number, limit: number): Promise<{ near: number[]; cut: boolean }> {
  const db = context.store.read;
  const owner = context.actor.id;
  const told = (await tiesOfPeople(db, [person], owner)).map((tie) => (tie.person_a === person ? tie.person_b : tie.person_a));
  const shared = await peopleAtPlaces(db, [...new Set((await presencesOf(db, [person], owner)).map((one) => one.place))], owner);
  const near = [...new Set([...told, ...shared])].filter((id) => id !== person);
  return { near: near.slice(0, limit), cut: near.length > limit };
}
