import type { Words } from '../../select/model.ts';
import type { Role } from '../../trust/permissions.ts';

/** A fictional colleague of the demo company. Nobody can sign in as one: they have no password until an administrator gives one. */
export interface DemoPerson {
  readonly key: 'lin' | 'zhao' | 'su' | 'chen' | 'he' | 'qian';
  readonly name: Words;
  readonly role: Role;
}

/** Sales director, two account managers, and the people who complete the iron triangle (铁三角): solution, delivery, quality. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { key: 'lin', name: { en: 'Lin Yue', zh: '林越' }, role: 'director' },
  { key: 'zhao', name: { en: 'Zhao Kai', zh: '赵恺' }, role: 'manager' },
  { key: 'su', name: { en: 'Su Min', zh: '苏敏' }, role: 'manager' },
  { key: 'chen', name: { en: 'Chen Bo', zh: '陈博' }, role: 'contributor' },
  { key: 'he', name: { en: 'He Jing', zh: '何静' }, role: 'contributor' },
  { key: 'qian', name: { en: 'Qian Wei', zh: '钱薇' }, role: 'contributor' },
];
export type PersonKey = DemoPerson['key'];

/** Id of a demo person's account; by its beginning they are known again when the demo is taken out. */
export const DEMO_PERSON_PREFIX = 'demo-';
export const demoPersonId = (key: PersonKey): string => `${DEMO_PERSON_PREFIX}${key}`;
