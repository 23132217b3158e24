import type { Me } from '../../me.ts';
import type { Texts } from '../../text/locale.ts';

/** A page in the navigation: where it is, its name, the key after `g`, and who sees it. */
export interface RoomPage {
  readonly to: '/portfolio' | '/panels' | '/decisions' | '/models' | '/imports' | '/research' | '/members' | '/audit' | '/settings' | '/opportunities' | '/capabilities' | '/kpis' | '/contacts' | '/introductions';
  readonly text: keyof Texts['shell']['pages'];
  readonly key: string;
  readonly visible: (can: Me['can']) => boolean;
}

/** The rooms of the method, in its order; navigation, palette and shortcuts are made from this one table. */
export const ROOMS: readonly { readonly room: keyof Texts['shell']['rooms']; readonly pages: readonly RoomPage[] }[] = [
  {
    room: 'select',
    pages: [
      { to: '/portfolio', text: 'portfolio', key: 'p', visible: () => true },
      { to: '/panels', text: 'panels', key: 'n', visible: () => true },
      { to: '/decisions', text: 'decisions', key: 'd', visible: () => true },
      { to: '/models', text: 'models', key: 'm', visible: () => true },
      { to: '/imports', text: 'imports', key: 'i', visible: (can) => can.importData },
    ],
  },
  {
    room: 'insight',
    pages: [
      { to: '/research', text: 'research', key: 'r', visible: () => true },
      { to: '/opportunities', text: 'opportunities', key: 'o', visible: () => true },
      { to: '/capabilities', text: 'capabilities', key: 'c', visible: () => true },
      { to: '/kpis', text: 'kpis', key: 'k', visible: () => true },
    ],
  },
  {
    room: 'relate',
    pages: [
      { to: '/introductions', text: 'introductions', key: 'w', visible: () => true },
      { to: '/contacts', text: 'contacts', key: 'l', visible: () => true },
    ],
  },
  {
    room: 'trust',
    pages: [
      { to: '/members', text: 'members', key: 'e', visible: () => true },
      { to: '/audit', text: 'audit', key: 'a', visible: (can) => can.readAudit },
      { to: '/settings', text: 'settings', key: 's', visible: () => true },
    ],
  },
];

/** The pages a person sees, in order. */
export const pagesFor = (can: Me['can']): RoomPage[] => ROOMS.flatMap((room) => room.pages.filter((page) => page.visible(can)));
