// Where "How it hangs together" stands in the address: no page's id begins with a tilde.
export const threadPlace = '~thread'
