import { NavLink, Outlet, type LoaderFunctionArgs } from 'react-router'
import { projectQuery } from '@/api/projects'
import { queryClient } from '@/api/query-client'
import { areas } from './areas'
import { orKnown } from './load'
import { routeProject, useProjectRef } from './namespace'
import classes from './ProjectLayout.module.css'

/** Makes sure that the project exists, so that a wrong address is told apart from an empty project. */
export async function projectLoader(args: LoaderFunctionArgs): Promise<null> {
  const project = projectQuery(await routeProject(args))
  await orKnown(project.queryKey, queryClient.query({ ...project, staleTime: 10_000 }))
  return null
}

/** The frame of a project's pages: its navigation. */
export function ProjectLayout() {
  const ref = useProjectRef()
  return (
    <div className={classes.project}>
      <nav aria-label="Project" className={classes.nav}>
        {areas.map(({ label, path }) => (
          <NavLink key={label} to={path(ref)} className={classes.link}>
            {label}
          </NavLink>
        ))}
      </nav>
      <Outlet />
    </div>
  )
}
