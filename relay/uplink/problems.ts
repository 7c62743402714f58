// What the hosted relay's answers mean to the facilitator.
import type { OnlineProblem } from '../../shared/relay/online'
import type { HostedProblem } from './askHosted'

/** What did not work, where the key, a link, or an uplink's token was shown. */
export function problemOf(kind: HostedProblem, shown: 'key' | 'link' | 'token'): OnlineProblem {
  switch (kind) {
    case 'unreachable':
    case 'certificate':
    case 'notARelay':
    case 'quota':
    case 'tooManyTries':
      return kind
    case 'notAdmitted':
      return shown === 'key' ? 'keyWrong' : 'linkUsed'
    case 'wrongCode':
      return 'linkUsed'
    case 'notAllowed':
      return shown === 'link' ? 'notLeader' : 'failed'
    default:
      return 'failed'
  }
}
