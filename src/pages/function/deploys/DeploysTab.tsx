import { useWorkbench } from '../workbench'
import classes from './DeploysTab.module.css'
import { History } from './History'
import { LatestDeploy } from './LatestDeploy'
import { StatusFacts } from './StatusFacts'

/** The latest deploy with its log, what the server says of the function, and what this browser deployed before. */
export function DeploysTab() {
  const { isGone } = useWorkbench()
  return (
    <div className={classes.tab}>
      {!isGone && <LatestDeploy />}
      {!isGone && <StatusFacts />}
      <History />
    </div>
  )
}
