import { Fragment, type ReactNode } from 'react'
import { Group, Panel, Separator, useDefaultLayout, type LayoutStorage } from 'react-resizable-panels'
import { keptText } from '@/lib/kept-text'
import classes from './Splits.module.css'

export interface SplitPane {
  id: string
  /** Names the pane where it is resized: “Resize the request”. */
  label: string
  /** Of all, in per cent, until a person chooses. */
  share: number
  /** Pixels. */
  least: number
  content: ReactNode
}

interface SplitsProps {
  /** Under which the sizes are remembered in this browser. */
  id: string
  orientation: 'horizontal' | 'vertical'
  panes: readonly SplitPane[]
}

/** Panes side by side, or one above the other, whose borders a mouse and the arrow keys move. They fill their parent, which has a height. */
export function Splits({ id, orientation, panes }: SplitsProps) {
  const panelIds = panes.map((pane) => pane.id)
  const kept = useDefaultLayout({ id, storage, panelIds, onlySaveAfterUserInteractions: true })
  return (
    <Group
      id={id}
      className={classes.group}
      orientation={orientation}
      defaultLayout={kept.defaultLayout}
      onLayoutChanged={kept.onLayoutChanged}
    >
      {panes.map((pane, index) => (
        <Fragment key={pane.id}>
          {index > 0 && (
            <Separator
              className={classes.separator}
              aria-label={`Resize ${panes[index - 1]?.label}`}
              title="Drag, or use the arrow keys; a double click resets"
            />
          )}
          <Panel id={pane.id} className={classes.pane} defaultSize={`${pane.share}%`} minSize={pane.least}>
            {pane.content}
          </Panel>
        </Fragment>
      ))}
    </Group>
  )
}

/** Where nothing is kept sizes last as long as the panes, which is no loss worth a word. */
const storage: LayoutStorage = {
  getItem: (key) => keptText.read(key),
  setItem: (key, value) => void keptText.write(key, value),
}
