import classes from './TableSkeleton.module.css'

const widths = ['62%', '44%', '78%', '53%', '36%', '70%']

/** The shape of a table that is still being fetched: the same head and row heights, so that nothing moves when it comes. */
export function TableSkeleton({ rows = 8, columns }: { rows?: number; columns: string[] }) {
  return (
    <div className={classes.skeleton} role="status">
      <span className="visually-hidden">Loading</span>
      <div className={classes.head} aria-hidden="true">
        {columns.map((column, index) => (
          <span key={`${column}${index}`}>{column}</span>
        ))}
      </div>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={classes.row} aria-hidden="true">
          {columns.map((column, index) => (
            <span key={`${column}${index}`}>
              <i style={{ width: widths[(row + index) % widths.length] }} />
            </span>
          ))}
        </div>
      ))}
    </div>
  )
}
