import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Link, NavLink, useParams } from 'react-router'
import { namespacesQuery } from '@/api/platform'
import { Hint } from '@/components/Hint'
import { Icon } from '@/components/Icon'
import { keyCaps, useShortcut } from '@/components/use-shortcut'
import { paths } from '@/domain/paths'
import { ConnectionState } from './ConnectionState'
import { Mark } from './Mark'
import { useNamespace } from './namespace'
import { Switcher } from './Switcher'
import { ThemeSwitch } from './ThemeSwitch'
import classes from './Header.module.css'

const loadJump = () => import('./JumpDialog')
const JumpDialog = lazy(async () => ({ default: (await loadJump()).JumpDialog }))
const ShortcutSheet = lazy(async () => ({ default: (await import('./ShortcutSheet')).ShortcutSheet }))

/** The bar on every page: mark, where one is, jump-to, namespace, server, theme, shortcuts. */
export function Header() {
  const namespace = useNamespace()
  const [layer, setLayer] = useState<'jump' | 'shortcuts'>()
  const close = () => setLayer(undefined)
  // Whoever presses the keys types on at once: by then the part has to be there.
  useEffect(() => whenIdle(() => void loadJump().catch(() => undefined)), [])
  useShortcut(
    'mod+k',
    (event) => {
      event.preventDefault()
      setLayer('jump')
    },
    'Jump to a project, a function or a page',
  )
  useShortcut('?', () => setLayer('shortcuts'), 'Show this sheet')

  return (
    <header className={classes.header}>
      <Link to={paths.projects({ namespace })} className={classes.mark} aria-label="Nuclio, projects">
        <Mark />
        <span>Nuclio</span>
      </Link>
      <Crumbs namespace={namespace} />
      <button
        type="button"
        className={classes.jump}
        aria-label="Search or jump to"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setLayer('jump')}
      >
        <Icon name="search" size={14} />
        <span className={classes.jumpWords}>Search or jump to…</span>
        <kbd>{keyCaps('mod+k').join(' ')}</kbd>
      </button>
      <div className={classes.tools}>
        <NavLink to={paths.templates({ namespace })} className={classes.link}>
          Templates
        </NavLink>
        <NamespaceSwitcher namespace={namespace} />
        <ConnectionState />
        <ThemeSwitch />
        <Hint label="Keyboard shortcuts (?)">
          <button
            type="button"
            className={classes.help}
            aria-label="Keyboard shortcuts"
            aria-haspopup="dialog"
            onClick={() => setLayer('shortcuts')}
          >
            ?
          </button>
        </Hint>
      </div>
      <Suspense fallback={null}>
        {layer === 'jump' && <JumpDialog onClose={close} />}
        {layer === 'shortcuts' && <ShortcutSheet onClose={close} />}
      </Suspense>
    </header>
  )
}

/** Runs once the page has come and has nothing else to do: until then, what is on its way counts more. */
function whenIdle(run: () => void): () => void {
  let id: number | undefined
  const timer = setTimeout(() => {
    // Not every browser says when it is idle.
    if ('requestIdleCallback' in window) id = requestIdleCallback(run)
    else run()
  }, 1_500)
  return () => {
    clearTimeout(timer)
    if (id !== undefined) cancelIdleCallback(id)
  }
}

function Crumbs({ namespace }: { namespace: string }) {
  const { project, function: name } = useParams()
  if (!project) return <div className={classes.crumbs} />
  return (
    <nav aria-label="Breadcrumbs" className={classes.crumbs}>
      <ol>
        <li>
          <Link to={paths.functions({ namespace, project })} title={project}>
            {project}
          </Link>
          <Switcher of="project" label={`Switch project, now ${project}`}>
            {null}
          </Switcher>
        </li>
        {name && (
          <li>
            <Link to={paths.function({ namespace, project, name })} title={name} aria-current="location">
              {name}
            </Link>
            <Switcher of="function" label={`Switch function, now ${name}`}>
              {null}
            </Switcher>
          </li>
        )}
      </ol>
    </nav>
  )
}

function NamespaceSwitcher({ namespace }: { namespace: string }) {
  const { data: names } = useQuery(namespacesQuery())
  const isChoice = (names?.length ?? 0) > 1 || (names !== undefined && !names.includes(namespace))
  if (!isChoice)
    return (
      <span className={`${classes.namespace} ${classes.onlyNamespace}`} title={`Namespace ${namespace}`}>
        <span className={classes.prefix}>ns: </span>
        {namespace}
      </span>
    )
  return (
    <Switcher of="namespace" label={`Switch namespace, now ${namespace}`} align="end">
      <span className={classes.namespace}>
        <span className={classes.prefix}>ns: </span>
        {namespace}
      </span>
    </Switcher>
  )
}
