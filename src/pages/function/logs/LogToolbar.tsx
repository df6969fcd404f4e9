import { NativeSelect } from '@mantine/core'
import { ActionMenu, type MenuAction } from '@/components/ActionMenu'
import { Hint } from '@/components/Hint'
import { Icon } from '@/components/Icon'
import { IconButton } from '@/components/IconButton'
import type { LogStatus } from '@/domain/logs/log-status'
import { liveWords } from './feed-words'
import classes from './LogToolbar.module.css'
import { LogSettings } from './LogSettings'
import { starts } from './log-start'
import { ReplicaMenu } from './ReplicaMenu'
import { SearchField } from './SearchField'
import type { FoundControl } from './use-found'
import type { LogViewControl } from './use-log-view'
import { levelNames } from './view-address'

const levelWords = {
  debug: 'All levels',
  info: 'Info and above',
  warn: 'Warnings and errors',
  error: 'Errors',
}

interface LogToolbarProps {
  status: LogStatus
  control: LogViewControl
  found: FoundControl
  isFollowing: boolean
  onFollow: (follows: boolean) => void
  start: string
  onStart: (start: string) => void
  downloads: MenuAction[]
  onRead: () => void
}

/** What is shown of the log, and how one finds something in it. */
export function LogToolbar(props: LogToolbarProps) {
  const { status, control, found, isFollowing, onFollow, start, onStart, downloads, onRead } = props
  const { view, change } = control
  const live = liveWords(status, isFollowing)
  const isKnown = starts.some(({ value }) => value === start)
  return (
    <div className={classes.bar}>
      <Hint
        label={`${live.about} ${isFollowing ? 'Press to hold the view still.' : 'Press to follow the end.'}`}
      >
        <button
          type="button"
          className={classes.live}
          data-tone={live.tone}
          aria-pressed={isFollowing}
          aria-label={`Follow new lines: ${live.word}`}
          onClick={() => onFollow(!isFollowing)}
        >
          <i aria-hidden="true" />
          {live.word}
        </button>
      </Hint>
      <ReplicaMenu
        replicas={status.replicas}
        chosen={view.replicas}
        onChange={(replicas) => change({ replicas })}
      />
      <NativeSelect
        aria-label="Levels of the log"
        className={classes.levels}
        data={levelNames.map((value) => ({
          value,
          label: `${levelWords[value]} (${status.levels[value].toLocaleString()})`,
        }))}
        value={view.leastLevel}
        onChange={(event) => {
          const level = levelNames.find((known) => known === event.currentTarget.value)
          if (level) change({ leastLevel: level })
        }}
      />
      <SearchField view={view} change={change} search={status.search} found={found} />
      <div className={classes.end}>
        <NativeSelect
          aria-label="From where the log is read"
          className={classes.select}
          data={[...starts, ...(isKnown ? [] : [{ value: start, label: 'As the address says' }])]}
          value={start}
          onChange={(event) => onStart(event.currentTarget.value)}
        />
        <ActionMenu label="Download" icon="download" actions={downloads} />
        <Hint label="Read what is in view as plain text">
          <IconButton icon="text" label="Read as plain text" onClick={onRead} />
        </Hint>
        <LogSettings
          areRepeatsFolded={view.areRepeatsFolded}
          onFoldRepeats={(areRepeatsFolded) => change({ areRepeatsFolded })}
        />
      </div>
      {view.fields.length > 0 && (
        <ul className={classes.chips} aria-label="Filters of fields">
          {view.fields.map((field) => (
            <li key={`${field.isExcluded} ${field.name} ${field.value}`} className={classes.chip}>
              <span className={classes.chipWords}>
                {field.isExcluded ? 'without ' : 'only '}
                {field.name}={field.value}
              </span>
              <button
                type="button"
                className={classes.chipAct}
                aria-label={`Turn the filter round: ${field.isExcluded ? 'only' : 'without'} ${field.name}=${field.value}`}
                title="Turn round"
                onClick={() =>
                  change({
                    fields: view.fields.map((other) =>
                      other === field ? { ...other, isExcluded: !other.isExcluded } : other,
                    ),
                  })
                }
              >
                <Icon name="redo" size={12} />
              </button>
              <button
                type="button"
                className={classes.chipAct}
                aria-label={`Drop the filter of ${field.name}=${field.value}`}
                title="Drop"
                onClick={() => change({ fields: view.fields.filter((other) => other !== field) })}
              >
                <Icon name="close" size={12} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
