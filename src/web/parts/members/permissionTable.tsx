import { PERMISSIONS, ROLES, scopeOf, type Permission } from '#domain/trust/permissions.ts';
import { useText } from '../../text/locale.ts';

/** What each role may do, drawn from the very table the server checks. */
export function PermissionTable() {
  const { members: t, common } = useText();
  return (
    <section className="vf-permissions">
      <h2>{t.permissions}</h2>
      <p className="vf-quiet">{t.permissionsHelp}</p>
      <div className="vf-scroll-x" tabIndex={0} role="region" aria-label={t.permissions}>
        <table className="vf-table">
          <thead>
            <tr><th><span className="vf-hidden">{t.permissions}</span></th>{ROLES.map((role) => <th key={role} scope="col">{common.roles[role]}<small>{t.roleHints[role]}</small></th>)}</tr>
          </thead>
          <tbody>
            {(Object.keys(PERMISSIONS) as Permission[]).map((permission) => (
              <tr key={permission}>
                <th scope="row">{t.may[permission]}</th>
                {ROLES.map((role) => {
                  const scope = scopeOf(role, permission);
                  return <td key={role}><span className={`vf-scope vf-scope-${scope}`} aria-hidden /><span>{t.scopes[scope]}</span></td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
