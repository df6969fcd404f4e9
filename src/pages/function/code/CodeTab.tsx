import { useMediaQuery } from '@mantine/hooks'
import { Splits, type SplitPane } from '@/components/Splits'
import { ConsolePanes, besideFrom } from '../console/ConsolePanes'
import classes from './CodeTab.module.css'
import { SourcePane } from './SourcePane'

/** The source, and beside it the console where there is room; on narrow screens that has a tab of its own. */
export function CodeTab() {
  const isWide = useMediaQuery(besideFrom, undefined, { getInitialValueInEffect: false })
  // One pane or two: the source stays the same part of the page, and keeps its caret and its undo history.
  const panes: SplitPane[] = [
    { id: 'source', label: 'the source', share: 58, least: isWide ? 360 : 0, content: <SourcePane /> },
  ]
  if (isWide) {
    const content = <ConsolePanes arrangement="column" />
    panes.push({ id: 'console', label: 'the console', share: 42, least: 360, content })
  }
  return (
    <div className={classes.tab}>
      <Splits id="code-and-console" orientation="horizontal" panes={panes} />
    </div>
  )
}
