import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { errorLine, errorWords } from './error-words'
import { ErrorDetail } from './ErrorDetail'
import { Icon } from './Icon'
import { IconButton } from './IconButton'
import { dismissNotice, noticeStore, type Notice } from './notify'
import classes from './Notices.module.css'

const stay = 5_000

/** Where notifications appear, above everything, at the foot of the page; stands once, in the shell. */
export function Notices() {
  const notices = useSyncExternalStore(noticeStore.subscribe, noticeStore.read)
  const box = useRef<HTMLDivElement>(null)
  const newest = notices.at(-1)?.id

  useLayoutEffect(() => {
    const element = box.current
    if (!element?.showPopover || newest === undefined) return
    // Shown anew, it lies above a dialog that was opened since.
    element.showPopover()
    return () => element.hidePopover()
  }, [newest])

  return (
    <div ref={box} popover="manual" className={classes.box} role="region" aria-label="Notifications">
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </div>
  )
}

function NoticeCard({ notice }: { notice: Notice }) {
  const bad = notice.tone === 'bad'
  const held = useRef(false)

  useEffect(() => {
    if (bad) return
    const timer = setInterval(() => {
      if (!held.current) dismissNotice(notice.id)
    }, stay)
    return () => clearInterval(timer)
  }, [notice.id, bad])

  const line = bad ? errorLine(notice.error) : ''
  const detail = bad ? errorWords(notice.error).detail : undefined
  return (
    <div
      className={classes.card}
      role={bad ? 'alert' : 'status'}
      data-tone={notice.tone}
      onPointerEnter={() => {
        held.current = true
      }}
      onPointerLeave={() => {
        held.current = false
      }}
      onFocus={() => {
        held.current = true
      }}
      onBlur={() => {
        held.current = false
      }}
    >
      <Icon name={bad ? 'alert' : 'check'} />
      <div className={classes.text}>
        <p className={bad ? classes.title : undefined}>{notice.message}</p>
        {line && <p className={classes.line}>{line}</p>}
        {detail && detail !== line && <ErrorDetail text={detail} />}
      </div>
      <IconButton icon="close" label="Put away" onClick={() => dismissNotice(notice.id)} />
    </div>
  )
}
