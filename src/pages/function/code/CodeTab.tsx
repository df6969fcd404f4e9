import { functionKey } from '../kept-text'
import { useWorkbench } from '../workbench'
import { TestConsole } from '../console/TestConsole'
import classes from './CodeTab.module.css'
import { SourcePane } from './SourcePane'

/** Source on one side, a test of what is deployed on the other; one under the other on narrow screens. */
export function CodeTab() {
  const { ref, server, fn, isGone } = useWorkbench()
  return (
    <div className={classes.tab}>
      <SourcePane />
      <TestConsole target={ref} fn={fn} isGone={isGone} keptUnder={functionKey('request', server, ref)} />
    </div>
  )
}
