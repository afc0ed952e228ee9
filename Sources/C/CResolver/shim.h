#ifndef COURANT_CRESOLVER_SHIM_H
#define COURANT_CRESOLVER_SHIM_H
#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <netdb.h>
#include <netinet/in.h>
#include <resolv.h>
#include <string.h>

/* struct __res_state has bit-fields and a union, and its functions are macros, which Swift cannot import. Queries the
 * system's name servers or, if `port` is not 0, the one at that port of 127.0.0.1. Returns the length of the response,
 * or -1 and h_errno. */
static inline int courant_dns_query(const char *name, int type, int seconds, unsigned short port,
                                    unsigned char *answer, int size, int *error) {
  struct __res_state state;
  memset(&state, 0, sizeof state);
  *error = NETDB_INTERNAL;
  if (res_ninit(&state) != 0) return -1;
  state.retrans = seconds;
  state.retry = 1;
  if (port != 0) {
    state.nscount = 1;
    memset(&state.nsaddr_list[0], 0, sizeof state.nsaddr_list[0]);
    state.nsaddr_list[0].sin_family = AF_INET;
    state.nsaddr_list[0].sin_port = htons(port);
    state.nsaddr_list[0].sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  }
  int length = res_nquery(&state, name, ns_c_in, type, answer, size);
  *error = state.res_h_errno;
  res_nclose(&state);
  return length;
}

/* Macros with casts, which Swift does not import. */
static const int courant_dns_nxdomain = HOST_NOT_FOUND;
static const int courant_dns_nodata = NO_DATA;

#endif
