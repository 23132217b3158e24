/** Roles of the workspace (角色), from most to least. */
export const ROLES = ['administrator', 'director', 'manager', 'contributor', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/**
 * What people may do (权限表). `all`: everywhere; `team`: on accounts they own or are in the team of; absent: not at all.
 * One table for server, CLI and screens; answers of the API carry the outcome, so that no screen derives rights again.
 */
export const PERMISSIONS = {
  readAccounts: { administrator: 'all', director: 'all', manager: 'team', contributor: 'team', viewer: 'team' },
  createAccounts: { administrator: 'all', director: 'all', manager: 'all' },
  editAccount: { administrator: 'all', director: 'all', manager: 'team', contributor: 'team' },
  markAccount: { administrator: 'all', director: 'all', manager: 'team', contributor: 'team' },
  recordFact: { administrator: 'all', director: 'all', manager: 'team', contributor: 'team' },
  describeAccount: { administrator: 'all', director: 'all', manager: 'team', contributor: 'team' },
  keepCatalogue: { administrator: 'all', director: 'all', manager: 'all' },
  readPeople: { administrator: 'all', director: 'all', manager: 'team', contributor: 'team', viewer: 'team' },
  recordPerson: { administrator: 'all', director: 'all', manager: 'team', contributor: 'team' },
  revealPerson: { administrator: 'all', director: 'all', manager: 'team' },
  erasePerson: { administrator: 'all' },
  openPanel: { administrator: 'all', director: 'all', manager: 'team' },
  chooseKeyAccount: { administrator: 'all', director: 'all' },
  assignTeam: { administrator: 'all', director: 'all', manager: 'team' },
  importData: { administrator: 'all', director: 'all' },
  exportAccounts: { administrator: 'all', director: 'all', manager: 'team' },
  publishModel: { administrator: 'all', director: 'all' },
  changeSettings: { administrator: 'all' },
  manageMembers: { administrator: 'all' },
  readAudit: { administrator: 'all', director: 'all' },
  undoAny: { administrator: 'all' },
  loadDemo: { administrator: 'all' },
} as const satisfies Record<string, Partial<Record<Role, 'all' | 'team'>>>;

export type Permission = keyof typeof PERMISSIONS;
export type Scope = 'all' | 'team' | 'none';

/** How far a role's permission reaches. */
export function scopeOf(role: Role, permission: Permission): Scope {
  const row: Partial<Record<Role, 'all' | 'team'>> = PERMISSIONS[permission];
  return row[role] ?? 'none';
}
