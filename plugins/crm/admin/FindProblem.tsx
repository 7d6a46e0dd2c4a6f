import type { QueryProblem } from '../domain/search/query'

/** What is wrong with the words typed, with the place marked in them. */
export const FindProblem = ({ text, problem }: { text: string; problem: QueryProblem }) => (
  <div id="find-problem" className="pwa-find__problem" role="alert">
    <p className="pwa-find__typed">
      {text.slice(0, problem.at)}
      <mark>{text.slice(problem.at, problem.at + problem.length)}</mark>
      {text.slice(problem.at + problem.length)}
    </p>
    <p>{problem.message}</p>
  </div>
)
