import { applyChanges, isWithin, valueAt, type Change, type Path } from '@/lib/tree'

/** When and by which tab a place was written; later beats earlier, and the name of the tab decides between equals. */
export interface Stamp {
  at: number
  by: string
}

interface Write extends Stamp {
  path: Path
}

const most = 500

const isLater = (a: Stamp, b: Stamp): boolean => a.at > b.at || (a.at === b.at && a.by > b.by)

/** Remembers who wrote which place last, so that edits that cross on their way between tabs end the same in all of them. */
export class LatestWrites {
  #writes: Write[] = []

  mark(paths: readonly Path[], { at, by }: Stamp): void {
    const others = this.#writes.filter((write) => !paths.some((path) => isWithin(write.path, path)))
    this.#writes = [...others, ...paths.map((path) => ({ path, at, by }))].slice(-most)
  }

  /** Puts the changes of another tab on a tree, except where this one has been written later; and marks them. */
  apply<Tree>(tree: Tree, changes: readonly Change[], stamp: Stamp): Tree {
    const later = this.#writes.filter((write) => isLater(write, stamp))
    const heeded = changes.filter(({ path }) => !later.some((write) => isWithin(path, write.path)))
    this.#writes = this.#writes.filter(
      (write) => later.includes(write) || !heeded.some(({ path }) => isWithin(write.path, path)),
    )
    const heededWrites = heeded.map(({ path }) => ({ path, ...stamp }))
    // Before the later ones, so that these stay the last to be forgotten.
    this.#writes = [...heededWrites, ...this.#writes].slice(-most)
    return this.#over(applyChanges(tree, heeded), tree, later)
  }

  /** Another tab's whole state in place of this one's, with what was written here since it was sent. */
  adopt<Tree>(theirs: Tree, ours: Tree, stamp: Stamp): Tree {
    const later = this.#writes.filter((write) => isLater(write, stamp))
    this.#writes = later
    return this.#over(theirs, ours, later)
  }

  #over<Tree>(tree: Tree, from: Tree, writes: readonly Write[]): Tree {
    const kept = writes.map(({ path }) => ({ path, from: undefined, to: valueAt(from, path) }))
    return applyChanges(tree, kept)
  }
}
