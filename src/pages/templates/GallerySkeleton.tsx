import classes from './GallerySkeleton.module.css'
import layout from './TemplatesPage.module.css'

/** The shape of the list and the preview while the templates are fetched, so that nothing moves when they come. */
export function GallerySkeleton() {
  return (
    <>
      <div className={layout.list} role="status">
        <span className="visually-hidden">Loading the templates</span>
        {Array.from({ length: 10 }, (_, row) => (
          <div key={row} className={classes.row} aria-hidden="true">
            <i style={{ width: `${40 + ((row * 37) % 30)}%` }} />
            <i style={{ width: `${60 + ((row * 23) % 35)}%` }} />
          </div>
        ))}
      </div>
      <div className={layout.preview} data-behind aria-hidden="true">
        <div className={classes.head}>
          <i style={{ width: '30%' }} />
          <i style={{ width: '80%' }} />
        </div>
        <div className={classes.source} />
      </div>
    </>
  )
}
