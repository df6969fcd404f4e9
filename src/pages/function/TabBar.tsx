import { NavLink } from 'react-router'
import { useDeploys } from './deploy/deploy-context'
import { MarkSign, markWords } from './Mark'
import classes from './TabBar.module.css'
import { tabMarks } from './tab-marks'
import { tabPath, tabs } from './tabs'
import { useWorkbench } from './workbench'

/** The ways into a function: every tab edits the same draft, and is marked when something in it is edited or broken. */
export function TabBar() {
  const { ref, control, findings } = useWorkbench()
  const marks = tabMarks(useDeploys().plan.changes, findings, control.draft.unread)
  return (
    <nav aria-label={`Parts of ${ref.name}`} className={classes.tabs}>
      {tabs.map((tab) => {
        const mark = marks[tab.segment]
        const markId = `tab-${tab.segment}-mark`
        return (
          <span key={tab.segment} className={classes.place}>
            <NavLink
              to={tabPath(ref, tab)}
              className={classes.tab}
              aria-describedby={mark ? markId : undefined}
            >
              {tab.label}
            </NavLink>
            {mark && (
              <span className={classes.mark} data-mark={mark} title={markWords[mark]}>
                <MarkSign mark={mark} />
                <span id={markId} className="visually-hidden">
                  {markWords[mark]}
                </span>
              </span>
            )}
          </span>
        )
      })}
    </nav>
  )
}
